package dev.gatehouse.chain.entra;

import java.security.SecureRandom;
import java.util.Base64;

/** Random identifiers that cannot be guessed. */
final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    static String base64Url(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Random text of the given length from the given characters. */
    static String of(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, at) -> text.append(alphabet.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** A whole number from {@code from} to just below {@code below}. */
    static int between(int from, int below) {
        return from + RANDOM.nextInt(below - from);
    }
}
