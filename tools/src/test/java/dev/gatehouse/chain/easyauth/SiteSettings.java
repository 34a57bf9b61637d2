package dev.gatehouse.chain.easyauth;

import dev.gatehouse.chain.easyauth.EasyAuthSettings.Access;
import dev.gatehouse.chain.easyauth.EasyAuthSettings.AuthorizationPolicy;
import dev.gatehouse.chain.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.chain.gateway.TestTenant;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Settings that accept the valid token of {@link TestTenant}, and the same changed in one place. */
final class SiteSettings {
    static final String OTHER = "99999999-9999-4999-8999-999999999999";
    static final String OBJECT_ID = "00000000-0000-4000-8000-0000000000aa";
    static final String ALIAS = "api://accounts";
    static final Clock CLOCK = Clock.fixed(TestTenant.NOW, ZoneOffset.UTC);
    static final EasyAuthSettings VALID = with(Unauthenticated.RETURN_401);

    private SiteSettings() {}

    static EasyAuthSettings with(Unauthenticated unauthenticated) {
        return settings(
                TestTenant.V2_ISSUER,
                new AuthorizationPolicy(Optional.of(Set.of(TestTenant.CLIENT)), Optional.of(Set.of(OBJECT_ID))),
                unauthenticated);
    }

    static EasyAuthSettings withIssuer(String issuer) {
        return settings(issuer, VALID.policy(), Unauthenticated.RETURN_401);
    }

    static EasyAuthSettings with(Optional<Set<String>> applications, Optional<Set<String>> identities) {
        return settings(
                TestTenant.V2_ISSUER, new AuthorizationPolicy(applications, identities), Unauthenticated.RETURN_401);
    }

    private static EasyAuthSettings settings(
            String issuer, AuthorizationPolicy policy, Unauthenticated unauthenticated) {
        return new EasyAuthSettings(
                issuer, TestTenant.AUDIENCE, Set.of(ALIAS), policy, new Access(unauthenticated, Set.of("/api/health")));
    }
}
