package dev.gatehouse.doctor.token;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The claims of a token on one line, to stand where the token stood. */
public final class ClaimsLine {
    private ClaimsLine() {}

    /** Empty where it cannot be read. */
    public static Optional<String> of(String token) {
        Map<String, Object> claims = ShownClaims.of(UnverifiedJwt.of(token));
        return claims.isEmpty()
                ? Optional.empty()
                : Optional.of(claims.entrySet().stream()
                        .map(claim -> claim.getKey() + " " + Legible.text(claim.getValue()))
                        .collect(Collectors.joining(", ")));
    }
}
