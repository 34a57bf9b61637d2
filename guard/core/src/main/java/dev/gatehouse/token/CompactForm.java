package dev.gatehouse.token;

import dev.gatehouse.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The parts of a compact JWS (RFC 7515 §7.1), decoded.
 *
 * @param signed header and payload as they were sent
 */
record CompactForm(byte[] header, byte[] payload, byte[] signed, byte[] signature) {

    /** Empty where this is not three parts of {@link Base64Url}, or one of them is empty. */
    static Optional<CompactForm> of(String compact) {
        int payload = compact.indexOf('.') + 1;
        int signature = compact.lastIndexOf('.') + 1;
        boolean areThree = payload > 1 && signature > payload + 1 && signature < compact.length();
        if (!areThree) {
            return Optional.empty();
        }
        byte[] characters =
                compact.getBytes(StandardCharsets.ISO_8859_1); // what is not Latin-1 becomes '?': not base64url
        try {
            return Optional.of(new CompactForm(
                    Base64Url.decode(characters, 0, payload - 1),
                    Base64Url.decode(characters, payload, signature - 1),
                    Arrays.copyOf(characters, signature - 1),
                    Base64Url.decode(characters, signature, characters.length)));
        } catch (IllegalArgumentException notBase64Url) { // a fourth part, another character, another spelling
            return Optional.empty();
        }
    }
}
