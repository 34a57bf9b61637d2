package dev.gatehouse.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The parts of a compact JWS (RFC 7515 §7.1), decoded.
 *
 * @param signed header and payload as they were sent
 */
record CompactForm(byte[] header, byte[] payload, byte[] signed, byte[] signature) {

    /** Empty where this is not three parts of base64url without padding, or one of them is empty. */
    static Optional<CompactForm> of(String compact) {
        int payload = compact.indexOf('.') + 1;
        int signature = compact.lastIndexOf('.') + 1;
        boolean areThree = payload > 1 && signature > payload + 1 && signature < compact.length();
        if (!areThree || compact.indexOf('=') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CompactForm(
                    decoded(compact.substring(0, payload - 1)),
                    decoded(compact.substring(payload, signature - 1)),
                    compact.substring(0, signature - 1).getBytes(StandardCharsets.US_ASCII),
                    decoded(compact.substring(signature))));
        } catch (IllegalArgumentException notBase64Url) { // a fourth part, another character, one too many or too few
            return Optional.empty();
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
