package dev.gatehouse.doctor.token;

import dev.gatehouse.jwt.UnverifiedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How old a token is, and when a change can be expected to show in a new one. */
record TokenAge(UnverifiedJwt token, TokenKind kind, Instant now) {
    /** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations */
    private static final Duration IDENTITY_CACHE = Duration.ofHours(24);

    /** What to know of a fix that shows in new tokens only. */
    String untilItShows() {
        return "It shows in new tokens only. " + thisOne() + " " + nextOne();
    }

    private String thisOne() {
        return token.time("iat")
                .filter(issued -> !issued.isAfter(now))
                .map(issued ->
                        "This one is " + DurationFormat.words(Duration.between(issued, now)) + " old" + end() + ".")
                .orElse("This one does not say properly when it was issued.");
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
            return "Client libraries keep a token until shortly before its end (60 to 90 minutes after it was issued);"
                    + " restart the client, or make it skip its cache, to get a new one at once.";
        }
        Optional<Instant> latest = token.time("iat").map(issued -> issued.plus(IDENTITY_CACHE));
        return "Azure keeps a managed identity's token for up to 24 hours and nobody can make it ask sooner"
                + latest.map(at -> at.isAfter(now)
                                ? ": expect a new one by " + at + " (in "
                                        + DurationFormat.words(Duration.between(now, at)) + ")."
                                : ": that time is over for this one, so ask for a token again.")
                        .orElse(".");
    }
}
