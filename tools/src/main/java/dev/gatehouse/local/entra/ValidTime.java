package dev.gatehouse.local.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** The limits a JWT sets itself; one without an end is never valid. */
record ValidTime(Optional<Instant> from, Optional<Instant> until) {
    /** How far a sender's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    static ValidTime of(JWTClaimsSet claims) {
        return new ValidTime(
                Optional.ofNullable(claims.getNotBeforeTime()).map(Date::toInstant),
                Optional.ofNullable(claims.getExpirationTime()).map(Date::toInstant));
    }

    boolean includes(Instant now) {
        return until.filter(now::isBefore).isPresent()
                && from.filter(start -> now.plus(AHEAD).isBefore(start)).isEmpty();
    }
}
