package dev.gatehouse.local.gateway.token;

import static dev.gatehouse.token.Claims.YEAR_9999;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The time between a token's {@code nbf}, if it has one, and its {@code exp}, which it must have. Where the token has one of its times,
 * {@code iat} too, it must be one (IDX14101 of Microsoft's token library), and a life cannot begin after its end (IDX10224).
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
        Instant latest = now.plus(skew).isBefore(end.get()) ? now.plus(skew) : end.get();
        return notAfter(latest, claims, "nbf").or(() -> notAfter(Instant.MAX, claims, "iat"));
    }

    private static Optional<TokenFault> notAfter(Instant latest, Map<String, Object> claims, String name) {
        Optional<Instant> time = instant(claims, name);
        if (!claims.containsKey(name) || time.filter(at -> !at.isAfter(latest)).isPresent()) {
            return Optional.empty();
        }
        String expected = latest.equals(Instant.MAX) ? name + " as a time" : name + " not after " + latest;
        return Optional.of(new TokenFault(
                TokenReason.JWT_INVALID, expected, time.map(Objects::toString).orElse("no instant")));
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
