package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The token that an API received and sends to get a token for the next API, on behalf of the same user. */
record UserAssertion(IssuedTokens issued, Clock clock) {

    /** The user of a token that this Entra issued for this client. */
    EntraResult<User> user(String token, Client client) {
        TokenReading reading = SignedToken.read(token);
        if (!(reading instanceof TokenReading.Readable readable)) {
            return EntraError.USER_ASSERTION_MALFORMED.refuse();
        }
        TokenUnderCheck assertion = issued.underCheck(readable.token());
        return AssertionChecks.refusal(AssertionChecks.ofUser(names(client), clock), assertion)
                .map(refusal -> this.<User>refused(refusal, assertion.claims(), client))
                .orElseGet(() -> person(assertion.claims(), client));
    }

    private Set<String> names(Client client) {
        return issued.directory()
                .application(client.principal().clientId())
                .map(AppRegistration::names)
                .orElse(Set.of());
    }

    private <T> EntraResult<T> refused(AssertionChecks.Id refusal, Claims claims, Client client) {
        return switch (refusal.error()) {
            case USER_ASSERTION_INVALID ->
                refusal.error()
                        .refuse(
                                switch (refusal.about()) {
                                    case ISSUER_MISMATCH -> "The issuer of the assertion is not this tenant.";
                                    case KEY_UNKNOWN -> "The key was not found.";
                                    default -> "Key was found, but use of the key to verify the signature failed.";
                                });
            case USER_ASSERTION_AUDIENCE ->
                refusal.error()
                        .refuse(
                                String.join(" ", claims.values("aud")),
                                client.principal().clientId(),
                                client.principal().clientId(),
                                client.principal().displayName());
            default ->
                refusal.error()
                        .refuse(
                                clock.instant(),
                                claims.instant("exp").map(Instant::toString).orElse(""));
        };
    }

    private EntraResult<User> person(Claims claims, Client client) {
        Optional<User> user =
                claims.text("oid").filter(oid -> claims.has("scp")).flatMap(issued.directory()::user);
        return EntraResult.of(
                user,
                () -> EntraError.OBO_WITHOUT_USER.refuse(client.principal().clientId()));
    }
}
