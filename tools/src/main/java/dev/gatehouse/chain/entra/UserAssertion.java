package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.User;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The token that an API received and sends to get a token for the next API, on behalf of the same user. */
record UserAssertion(Directory directory, SigningKeys keys, Clock clock) {

    /** The user of a token that this Entra issued for this client. */
    EntraResult<User> user(String token, Client client) {
        TokenReading reading = SignedToken.read(token);
        if (!(reading instanceof TokenReading.Readable readable)) {
            return EntraError.USER_ASSERTION_INVALID.refuse("The assertion is malformed.");
        }
        TokenUnderCheck assertion = underCheck(readable.token());
        return AssertionChecks.refusal(AssertionChecks.ofUser(names(client), clock), assertion)
                .map(refusal -> this.<User>refused(refusal, assertion.claims(), client))
                .orElseGet(() -> person(assertion.claims(), client));
    }

    private TokenUnderCheck underCheck(SignedToken token) {
        int version = "1.0".equals(token.claims().text("ver").orElse("")) ? 1 : 2;
        Optional<Set<String>> issuer = Optional.of(Set.of(directory.tenant().issuer(version)));
        Outcome signature = keys.haveSigned(token)
                ? new Outcome.Signed(issuer)
                : new Outcome.NotSigned(CheckResult.refused(
                        Reason.SIGNATURE_INVALID, "a signature by a published key", "another signature"));
        return TokenUnderCheck.of(token, signature, issuer);
    }

    private Set<String> names(Client client) {
        return directory
                .application(client.principal().clientId())
                .map(AppRegistration::names)
                .orElse(Set.of());
    }

    private <T> EntraResult<T> refused(AssertionChecks.Id refusal, Claims claims, Client client) {
        return switch (refusal.error()) {
            case USER_ASSERTION_INVALID ->
                refusal.error()
                        .refuse(
                                refusal.about() == Reason.ISSUER_MISMATCH
                                        ? "The issuer of the assertion is not this tenant."
                                        : "The key was not found or the signature does not match.");
            case USER_ASSERTION_AUDIENCE ->
                refusal.error()
                        .refuse(
                                String.join(" ", claims.values("aud")),
                                client.principal().clientId(),
                                client.principal().displayName());
            default -> refusal.error().refuse();
        };
    }

    private EntraResult<User> person(Claims claims, Client client) {
        Optional<User> user =
                claims.text("oid").filter(oid -> claims.has("scp")).flatMap(directory::user);
        return EntraResult.of(
                user,
                () -> EntraError.OBO_WITHOUT_USER.refuse(client.principal().clientId()));
    }
}
