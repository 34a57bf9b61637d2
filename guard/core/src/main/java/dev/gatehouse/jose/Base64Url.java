package dev.gatehouse.jose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** base64url without padding (RFC 7515 §2), of which every sequence of bytes has one spelling. */
public final class Base64Url {
    private static final String LAST_AFTER_ONE_BYTE = "AQgw"; // four spare bits
    private static final String LAST_AFTER_TWO_BYTES = "AEIMQUYcgkosw048"; // two spare bits

    private Base64Url() {}

    /**
     * The bytes that a text encodes.
     *
     * @throws IllegalArgumentException for another character, padding, a character too many, and spare bits that are not zero
     *     (RFC 4648 §3.5)
     */
    public static byte[] decode(String text) {
        byte[] characters =
                text.getBytes(StandardCharsets.ISO_8859_1); // what is not Latin-1 becomes '?': another character
        return decode(characters, 0, characters.length);
    }

    /**
     * The same of some characters of a text.
     *
     * @param to behind the last one
     * @throws IllegalArgumentException as above
     */
    public static byte[] decode(byte[] characters, int from, int to) {
        if (to > from && !isExact(characters[to - 1], to - from)) {
            throw new IllegalArgumentException("not base64url in its one spelling");
        }
        return Base64.getUrlDecoder().decode(Arrays.copyOfRange(characters, from, to));
    }

    /** The JDK's decoder takes padding, though only at the end, and any spare bits. */
    private static boolean isExact(byte last, int length) {
        return last != '='
                && switch (length % 4) {
                    case 2 -> LAST_AFTER_ONE_BYTE.indexOf(last) >= 0;
                    case 3 -> LAST_AFTER_TWO_BYTES.indexOf(last) >= 0;
                    default -> true; // whole groups; the decoder refuses a single character
                };
    }
}
