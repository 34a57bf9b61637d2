package dev.gatehouse.jose;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** A JSON string (RFC 8259 §7). */
final class JsonText {
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS_OF_A_CHARACTER = 4;

    private JsonText() {}

    static String read(JsonBytes bytes) throws ParseException {
        bytes.expect('"');
        int start = bytes.position();
        while (isPlain(bytes.peek())) {
            bytes.next();
        }
        if (bytes.peek() == '"') { // nearly every text: ASCII without escapes
            String text = bytes.since(start);
            bytes.next();
            return text;
        }
        return readAny(bytes, start);
    }

    private static String readAny(JsonBytes bytes, int start) throws ParseException {
        StringBuilder text = new StringBuilder();
        int from = start;
        while (bytes.peek() != '"') {
            byte next = bytes.peek();
            if (next >= 0 && next < ' ') { // or the end
                throw bytes.fault("a control character in a string, or no end of it,");
            }
            if (next == '\\') {
                text.append(decoded(bytes, from));
                text.append(escaped(bytes));
                from = bytes.position();
            } else {
                bytes.next();
            }
        }
        text.append(decoded(bytes, from));
        bytes.expect('"');
        if (hasHalfAPair(text)) {
            throw bytes.fault("half of a surrogate pair");
        }
        return text.toString();
    }

    private static boolean isPlain(byte next) {
        return next >= ' ' && next != '"' && next != '\\';
    }

    /** The characters from a position to this one; UTF-8 has no halves of pairs. */
    private static CharSequence decoded(JsonBytes bytes, int from) throws ParseException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.from(from)); // reports, where new String() replaces
        } catch (CharacterCodingException invalid) {
            throw bytes.fault("invalid UTF-8");
        }
    }

    private static char escaped(JsonBytes bytes) throws ParseException {
        bytes.expect('\\');
        byte escape = bytes.next();
        return switch (escape) {
            case '"', '\\', '/' -> (char) escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(bytes);
            default -> throw bytes.fault("an unknown escape");
        };
    }

    private static char unicode(JsonBytes bytes) throws ParseException {
        int character = 0;
        for (int i = 0; i < DIGITS_OF_A_CHARACTER; i++) {
            int digit =
                    Character.digit((char) bytes.next(), HEXADECIMAL); // a byte above ASCII is no digit of any script
            if (digit < 0) {
                throw bytes.fault("no hexadecimal digit");
            }
            character = character * HEXADECIMAL + digit;
        }
        return (char) character;
    }

    private static boolean hasHalfAPair(CharSequence text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
