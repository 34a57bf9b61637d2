package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Header values as Kestrel reads them: UTF-8. The server hands them on with one letter for each byte. */
final class HeaderText {
    private HeaderText() {}

    static boolean isValid(Headers headers) {
        return headers.asMap().values().stream()
                .allMatch(values -> values.stream().allMatch(HeaderText::isUtf8));
    }

    /** The text of a valid value. */
    static String of(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean isUtf8(String bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
