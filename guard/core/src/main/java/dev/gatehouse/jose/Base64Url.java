package dev.gatehouse.jose;

import java.util.Base64;

/** base64url without padding (RFC 7515 §2), of which every sequence of bytes has one spelling. */
public final class Base64Url {
    private static final String LAST_AFTER_ONE_BYTE = "AQgw"; // four bits to spare
    private static final String LAST_AFTER_TWO_BYTES = "AEIMQUYcgkosw048"; // two bits to spare

    private Base64Url() {}

    /**
     * The bytes that a text stands for.
     *
     * @throws IllegalArgumentException for another character, padding, a character too many, and bits to spare that are not zero
     *     (RFC 4648 §3.5)
     */
    public static byte[] decode(String text) {
        if (text.indexOf('=') >= 0 || !isLastCharacterExact(text)) {
            throw new IllegalArgumentException("not base64url in its one spelling");
        }
        return Base64.getUrlDecoder().decode(text);
    }

    private static boolean isLastCharacterExact(String text) {
        return switch (text.length() % 4) {
            case 2 -> LAST_AFTER_ONE_BYTE.indexOf(text.charAt(text.length() - 1)) >= 0;
            case 3 -> LAST_AFTER_TWO_BYTES.indexOf(text.charAt(text.length() - 1)) >= 0;
            default -> true; // whole groups; the decoder refuses a single character
        };
    }
}
