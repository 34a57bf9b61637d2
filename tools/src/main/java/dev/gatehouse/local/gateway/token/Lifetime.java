package dev.gatehouse.local.gateway.token;

import static dev.gatehouse.token.Claims.YEAR_9999;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The time between a token's {@code nbf}, if it has one, and its {@code exp}, which it must have.
 *
 * @param skew by how much it is longer at both ends
 */
record Lifetime(Duration skew) {

    Optional<TokenFault> fault(Map<String, Object> claims, Instant now) {
        Optional<Instant> end = instant(claims, "exp");
        if (end.isEmpty()) {
            return Optional.of(new TokenFault(TokenReason.JWT_INVALID, "exp", "none"));
        }
        if (!now.isBefore(end.get().plus(skew))) {
            return Optional.of(new TokenFault(
                    TokenReason.TOKEN_EXPIRED,
                    "exp after " + now.minus(skew),
                    end.get().toString()));
        }
        Optional<Instant> start = instant(claims, "nbf");
        boolean early = claims.containsKey("nbf")
                && start.filter(at -> !now.plus(skew).isBefore(at)).isEmpty();
        String actual = start.map(Objects::toString).orElse("no instant");
        return early
                ? Optional.of(new TokenFault(TokenReason.JWT_INVALID, "nbf not after " + now.plus(skew), actual))
                : Optional.empty();
    }

    /** A NumericDate (RFC 7519 §2). */
    private static Optional<Instant> instant(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Number number
                        && number.doubleValue() >= 0
                        && number.doubleValue() <= YEAR_9999
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }
}
