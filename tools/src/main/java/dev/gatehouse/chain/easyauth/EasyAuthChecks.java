package dev.gatehouse.chain.easyauth;

import dev.gatehouse.chain.claims.ClaimForms;
import dev.gatehouse.token.Check;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Checks;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.DocumentedIssuers;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenChecks;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Easy Auth's checks of a token, which are fewer than the guard's: roles and scopes are not among them. */
public final class EasyAuthChecks {
    /** The usual tolerance of the platform's token library. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final EasyAuthSettings settings;
    private final SignatureCheck signatures;
    private final DocumentedIssuers documented;
    private final Checks<TokenUnderCheck> checks;

    /** What Easy Auth checks after the signature. */
    public enum Id implements CheckId {
        CLAIMS("claims", Reason.CLAIM_MALFORMED),
        ISSUER("issuer", Reason.ISSUER_MISMATCH),
        AUDIENCE("audience", Reason.AUDIENCE_MISMATCH),
        EXPIRY("lifetime", Reason.EXPIRED),
        START("lifetime", Reason.NOT_YET_VALID),
        /** {@code allowedApplications} of {@code authsettingsV2}. */
        APPLICATION("allowedApplications", Reason.CLIENT_NOT_ALLOWED),
        /** {@code allowedPrincipals} of {@code authsettingsV2}. */
        PRINCIPAL("allowedPrincipals", Reason.PRINCIPAL_NOT_ALLOWED),
        /** {@code allowedPrincipals.groups} and {@code jwtClaimChecks.allowedGroups} of {@code authsettingsV2}. */
        GROUP("allowedGroups", Reason.PRINCIPAL_NOT_ALLOWED);

        private final String code;
        private final Reason reason;

        Id(String code, Reason reason) {
            this.code = code;
            this.reason = reason;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String title() {
            return reason.title();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(reason);
        }

        private boolean isOfAllowList() {
            return this == APPLICATION || this == PRINCIPAL || this == GROUP;
        }
    }

    /** @param documented for explanations; not needed by a site that serves requests */
    public EasyAuthChecks(
            EasyAuthSettings settings, SignatureCheck signatures, DocumentedIssuers documented, Clock clock) {
        this.settings = settings;
        this.signatures = signatures;
        this.documented = documented;
        this.checks = checks(settings, clock);
    }

    private static Checks<TokenUnderCheck> checks(EasyAuthSettings settings, Clock clock) {
        Set<String> audiences = new HashSet<>(settings.allowedAudiences());
        audiences.add(settings.clientId());
        List<Check<TokenUnderCheck>> checks = new ArrayList<>(List.of(
                TokenChecks.signature(reason -> reason),
                ClaimForms.check(Id.CLAIMS),
                TokenChecks.issuer(Id.ISSUER),
                TokenChecks.audience(Id.AUDIENCE, token -> audiences),
                TokenChecks.expiry(Id.EXPIRY, CLOCK_SKEW, clock),
                TokenChecks.start(Id.START, CLOCK_SKEW, clock),
                TokenChecks.issueTime(Id.START)));
        EasyAuthSettings.AuthorizationPolicy policy = settings.policy();
        policy.allowedApplications()
                .ifPresent(allowed ->
                        checks.add(TokenChecks.client(Id.APPLICATION, token -> client(token.claims()), allowed)));
        policy.allowedIdentities().ifPresent(allowed -> checks.add(TokenChecks.principal(Id.PRINCIPAL, allowed)));
        policy.allowedGroups().forEach(allowed -> checks.add(new GroupCheck(allowed)));
        return new Checks<>(checks);
    }

    Judgement judge(String compact) {
        TokenReading reading = SignedToken.read(compact);
        if (reading instanceof TokenReading.Unreadable unreadable) {
            return new Judgement.Unauthenticated(unreadable.fault());
        }
        TokenUnderCheck token = checked((TokenReading.Readable) reading);
        List<CheckResult> refusals = checks.refusals(token);
        if (refusals.isEmpty()) {
            return new Judgement.Authenticated(token.claims());
        }
        CheckResult first = refusals.get(0);
        return first.id() instanceof Id id && id.isOfAllowList()
                ? new Judgement.Forbidden(first)
                : new Judgement.Unauthenticated(first);
    }

    /** The same checks in words; only one entry if the token cannot be read. */
    public List<CheckResult> explain(String compact) {
        TokenReading reading = SignedToken.read(compact);
        return reading instanceof TokenReading.Readable readable
                ? checks.explain(checked(readable))
                : List.of(((TokenReading.Unreadable) reading).fault());
    }

    private TokenUnderCheck checked(TokenReading.Readable reading) {
        return signatures.checked(reading.token(), settings.metadata(), documented);
    }

    /** An {@code azp} that names no application is not replaced by an {@code appid}. */
    private static Optional<String> client(Claims claims) {
        return claims.text(claims.has("azp") ? "azp" : "appid");
    }
}
