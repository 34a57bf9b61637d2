package dev.gatehouse.chain.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proof that who redeems a code also requested it (RFC 7636).
 *
 * @param isHashed whether the challenge is the verifier's SHA-256 ({@code S256}), else the verifier itself ({@code plain})
 */
record Pkce(String challenge, boolean isHashed) {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Of an authorization request; empty if it has no challenge. Without a method it is {@code plain} (RFC 7636 §4.3). */
    static EntraResult<Optional<Pkce>> requested(PageRequest request) {
        Optional<String> challenge = request.parameter("code_challenge");
        String method = request.parameter("code_challenge_method").orElse("plain");
        if (challenge.isEmpty()) {
            return request.has("code_challenge_method")
                    ? EntraError.CHALLENGE_SIZE.refuse()
                    : EntraResult.granted(Optional.empty());
        }
        return switch (method) {
            case "S256" -> sized(challenge.get(), HASH, true);
            case "plain" -> sized(challenge.get(), VERIFIER, false);
            default -> EntraError.VALUE_UNSUPPORTED.refuse(method, "code_challenge_method");
        };
    }

    private static EntraResult<Optional<Pkce>> sized(String challenge, Pattern form, boolean isHashed) {
        return form.matcher(challenge).matches()
                ? EntraResult.granted(Optional.of(new Pkce(challenge, isHashed)))
                : EntraError.CHALLENGE_SIZE.refuse();
    }

    boolean isMetBy(String verifier) {
        byte[] sent = (isHashed ? hash(verifier) : verifier).getBytes(StandardCharsets.UTF_8);
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(challenge.getBytes(StandardCharsets.UTF_8), sent);
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return isHashed ? "S256" : "plain";
    }
}
