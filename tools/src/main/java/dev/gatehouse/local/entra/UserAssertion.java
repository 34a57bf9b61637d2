package dev.gatehouse.local.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.entra.directory.Directory;
import dev.gatehouse.local.entra.directory.Tenant;
import dev.gatehouse.local.entra.directory.User;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/** The token that an API received and hands in to get one for the next API, on behalf of the same user. */
record UserAssertion(Directory directory, SigningKeys keys, Clock clock) {

    /** The user whom a token of this Entra, issued for this client, stands for. */
    Outcome<User> user(String token, Client client) {
        return signed(token)
                .then(this::timely)
                .then(claims -> addressed(claims, client))
                .then(claims -> person(claims, client));
    }

    private Outcome<JWTClaimsSet> signed(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean holds = "RS256".equals(jwt.getHeader().getAlgorithm().getName())
                    && Optional.ofNullable(jwt.getHeader().getKeyID())
                            .flatMap(keys::find)
                            .filter(key -> key.verifies(
                                    jwt.getSigningInput(), jwt.getSignature().decode()))
                            .isPresent();
            if (!holds) {
                return EntraError.USER_ASSERTION_INVALID.refuse(
                        "The key was not found or the signature does not match.");
            }
            return isOwn(claims)
                    ? Outcome.granted(claims)
                    : EntraError.USER_ASSERTION_INVALID.refuse("The issuer of the assertion is not this tenant.");
        } catch (ParseException malformed) {
            return EntraError.USER_ASSERTION_INVALID.refuse("The assertion is malformed.");
        }
    }

    private boolean isOwn(JWTClaimsSet claims) {
        Tenant tenant = directory.tenant();
        int version = "1.0".equals(claims.getClaim("ver")) ? 1 : 2;
        return tenant.issuer(version).equals(claims.getIssuer());
    }

    private Outcome<JWTClaimsSet> timely(JWTClaimsSet claims) {
        return ValidTime.of(claims).includes(clock.instant())
                ? Outcome.granted(claims)
                : EntraError.USER_ASSERTION_TIME.refuse();
    }

    private Outcome<JWTClaimsSet> addressed(JWTClaimsSet claims, Client client) {
        String id = client.principal().clientId();
        Optional<AppRegistration> own = directory.application(id);
        boolean mine = own.isPresent()
                && claims.getAudience().size() == 1
                && own.get().isNamed(claims.getAudience().get(0));
        return mine
                ? Outcome.granted(claims)
                : EntraError.USER_ASSERTION_AUDIENCE.refuse(
                        String.join(" ", claims.getAudience()),
                        id,
                        client.principal().displayName());
    }

    private Outcome<User> person(JWTClaimsSet claims, Client client) {
        boolean delegated = claims.getClaim("scp") != null;
        Optional<User> user = Optional.ofNullable(claims.getClaim("oid"))
                .filter(oid -> delegated)
                .flatMap(oid -> directory.user(oid.toString()));
        return Outcome.of(
                user,
                () -> EntraError.OBO_WITHOUT_USER.refuse(client.principal().clientId()));
    }
}
