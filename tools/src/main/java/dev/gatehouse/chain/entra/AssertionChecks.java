package dev.gatehouse.chain.entra;

import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.Checks;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.TokenChecks;
import dev.gatehouse.token.TokenUnderCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entra's checks of the assertions that clients send: client assertions, and tokens of users. */
final class AssertionChecks {
    /** The tolerance for a sender's clock that is ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** @param error to return to the client */
    record Id(EntraError error, Reason about) implements CheckId {
        @Override
        public String code() {
            return "AADSTS" + error.code();
        }

        @Override
        public String title() {
            return about.title();
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(about);
        }
    }

    private AssertionChecks() {}

    /** A client's proof that it holds a registered key (RFC 7523 §3). */
    static Checks<TokenUnderCheck> ofClient(String clientId, String tokenUrl, Clock clock) {
        return new Checks<>(List.of(
                TokenChecks.signature(reason -> new Id(EntraError.ASSERTION_KEY, reason)),
                TokenChecks.anyAudience(
                        new Id(EntraError.ASSERTION_AUDIENCE, Reason.AUDIENCE_MISMATCH), Set.of(tokenUrl)),
                TokenChecks.oneOf(
                        new Id(EntraError.ASSERTION_SUBJECT, Reason.CLIENT_NOT_ALLOWED), "sub", Set.of(clientId)),
                TokenChecks.oneOf(
                        new Id(EntraError.ASSERTION_SUBJECT, Reason.ISSUER_MISMATCH), "iss", Set.of(clientId)),
                TokenChecks.expiry(new Id(EntraError.ASSERTION_TIME, Reason.EXPIRED), Duration.ZERO, clock),
                TokenChecks.start(new Id(EntraError.ASSERTION_TIME, Reason.NOT_YET_VALID), AHEAD, clock)));
    }

    /** A token of another issuer that replaces a client's credential: first what the credential is found by. */
    static Checks<TokenUnderCheck> ofFederation(
            Set<String> issuers, Set<String> subjects, Set<String> audiences, Clock clock) {
        return new Checks<>(List.of(
                TokenChecks.oneOf(new Id(EntraError.FEDERATION_ISSUER, Reason.ISSUER_MISMATCH), "iss", issuers),
                TokenChecks.oneOf(new Id(EntraError.FEDERATION_SUBJECT, Reason.PRINCIPAL_NOT_ALLOWED), "sub", subjects),
                TokenChecks.anyAudience(new Id(EntraError.FEDERATION_AUDIENCE, Reason.AUDIENCE_MISMATCH), audiences),
                TokenChecks.signature(reason -> new Id(EntraError.FEDERATION_KEY, reason)),
                TokenChecks.issuer(new Id(EntraError.FEDERATION_ISSUER, Reason.ISSUER_MISMATCH)),
                TokenChecks.expiry(new Id(EntraError.ASSERTION_TIME, Reason.EXPIRED), Duration.ZERO, clock),
                TokenChecks.start(new Id(EntraError.ASSERTION_TIME, Reason.NOT_YET_VALID), AHEAD, clock)));
    }

    /** @param audiences the names of the API that received the token */
    static Checks<TokenUnderCheck> ofUser(Set<String> audiences, Clock clock) {
        return new Checks<>(List.of(
                TokenChecks.signature(reason -> new Id(EntraError.USER_ASSERTION_INVALID, reason)),
                TokenChecks.issuer(new Id(EntraError.USER_ASSERTION_INVALID, Reason.ISSUER_MISMATCH)),
                TokenChecks.expiry(new Id(EntraError.USER_ASSERTION_TIME, Reason.EXPIRED), Duration.ZERO, clock),
                TokenChecks.start(new Id(EntraError.USER_ASSERTION_TIME, Reason.NOT_YET_VALID), AHEAD, clock),
                TokenChecks.audience(
                        new Id(EntraError.USER_ASSERTION_AUDIENCE, Reason.AUDIENCE_MISMATCH), token -> audiences)));
    }

    /** The id of the first failed check. */
    static Optional<Id> refusal(Checks<TokenUnderCheck> checks, TokenUnderCheck assertion) {
        return checks.refusals(assertion).stream().findFirst().map(result -> (Id) result.id());
    }
}
