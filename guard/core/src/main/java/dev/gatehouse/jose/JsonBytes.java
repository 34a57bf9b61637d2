package dev.gatehouse.jose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** The bytes of a JSON document, and how far they are read. */
final class JsonBytes {
    /** What {@link #peek} says behind the last byte: a character that JSON allows nowhere. */
    static final byte END = 0;

    private final byte[] bytes;
    private int at;

    JsonBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte peek() {
        return at < bytes.length ? bytes[at] : END;
    }

    /** The next byte, which is then read. */
    byte next() {
        byte next = peek();
        at++;
        return next;
    }

    int position() {
        return at;
    }

    /** ASCII from a position to this one. */
    String since(int start) {
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }

    /** The bytes from a position to this one. */
    ByteBuffer from(int start) {
        return ByteBuffer.wrap(bytes, start, at - start);
    }

    void skipSpace() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Reads this character if it is the next one, and says whether it was. */
    boolean skip(char character) {
        if (peek() != character) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char character) throws ParseException {
        if (!skip(character)) {
            throw fault("no '" + character + "'");
        }
    }

    void expect(String word) throws ParseException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    void expectEnd() throws ParseException {
        if (at < bytes.length) {
            throw fault("something behind its end");
        }
    }

    ParseException fault(String what) {
        return new ParseException("the JSON has " + what + " at byte " + at, at);
    }

    /** A number (RFC 8259 §6). */
    Number number() throws ParseException {
        int start = position();
        skip('-');
        boolean startsWithZero = peek() == '0';
        if (digits() > 1 && startsWithZero) {
            throw fault("a number with a leading zero");
        }
        boolean isWhole = true;
        if (skip('.')) {
            isWhole = false;
            digits();
        }
        if (skip('e') || skip('E')) {
            isWhole = false;
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        return isWhole ? whole(since(start)) : Double.valueOf(since(start));
    }

    private static Number whole(String number) {
        try {
            return Long.valueOf(number);
        } catch (NumberFormatException large) {
            return Double.valueOf(number);
        }
    }

    /** How many there are: at least one. */
    private int digits() throws ParseException {
        int digits = 0;
        while (peek() >= '0' && peek() <= '9') {
            next();
            digits++;
        }
        if (digits == 0) {
            throw fault("no digit");
        }
        return digits;
    }
}
