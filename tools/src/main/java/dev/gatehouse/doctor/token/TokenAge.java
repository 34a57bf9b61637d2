package dev.gatehouse.doctor.token;

import dev.gatehouse.jwt.UnverifiedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old a token is, and when to expect a new token that shows a change. */
record TokenAge(UnverifiedJwt token, TokenKind kind, Instant now) {
    /** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations */
    private static final Duration IDENTITY_CACHE = Duration.ofHours(24);

    /** The advice for a fix that takes effect in new tokens only. */
    String untilItShows() {
        return "This takes effect in new tokens only. " + thisOne() + " " + nextOne();
    }

    private String thisOne() {
        return token.time("iat")
                .filter(issued -> !issued.isAfter(now))
                .map(issued ->
                        "This one is " + DurationFormat.words(Duration.between(issued, now)) + " old" + end() + ".")
                .orElse("This one has no valid iat, so its age is unknown.");
    }

    private String end() {
        Optional<Instant> end = token.time("exp");
        return end.map(at -> at.isAfter(now)
                        ? " and ends in " + DurationFormat.words(Duration.between(now, at))
                        : " and ended " + DurationFormat.words(Duration.between(at, now)) + " ago")
                .orElse("");
    }

    private String nextOne() {
        if (kind != TokenKind.MANAGED_IDENTITY) {
            return "Client libraries keep a token until shortly before it expires (60 to 90 minutes after it was issued);"
                    + " restart the client, or bypass its cache, to get a new token at once.";
        }
        Optional<Instant> latest = token.time("iat").map(issued -> issued.plus(IDENTITY_CACHE));
        return "Azure keeps a managed identity's token for up to 24 hours and cannot be made to ask sooner"
                + latest.map(at -> at.isAfter(now)
                                ? ": expect a new one by " + at + " (in "
                                        + DurationFormat.words(Duration.between(now, at)) + ")."
                                : ": that time has passed for this one, so request a new token.")
                        .orElse(".");
    }
}
