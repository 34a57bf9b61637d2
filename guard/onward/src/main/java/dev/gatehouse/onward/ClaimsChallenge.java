package dev.gatehouse.onward;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The claims that an API asks for (https://learn.microsoft.com/entra/identity-platform/claims-challenge#claims-challenge-header-format). */
final class ClaimsChallenge {
    private static final int MAX_LENGTH = 8_192;
    private static final Pattern ERROR = Pattern.compile("(?i)\\berror\\s*=\\s*\"insufficient_claims\"");
    private static final Pattern CLAIMS = Pattern.compile("(?i)\\bclaims\\s*=\\s*\"([A-Za-z0-9+/_-]+={0,2})\"");

    private ClaimsChallenge() {}

    /** The JSON in a {@code WWW-Authenticate} value; empty where it asks for none. */
    static Optional<String> claims(String challenge) {
        Matcher claims = CLAIMS.matcher(challenge);
        if (challenge.length() > MAX_LENGTH || !ERROR.matcher(challenge).find() || !claims.find()) {
            return Optional.empty();
        }
        try {
            byte[] json =
                    Base64.getDecoder().decode(claims.group(1).replace('-', '+').replace('_', '/'));
            return Optional.of(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
