package dev.gatehouse.jose;

import java.text.ParseException;

/** A JSON number (RFC 8259 §6). */
final class JsonNumber {
    private JsonNumber() {}

    static Number read(JsonBytes bytes) throws ParseException {
        int start = bytes.position();
        bytes.skip('-');
        boolean startsWithZero = bytes.peek() == '0';
        if (digits(bytes) > 1 && startsWithZero) {
            throw bytes.fault("a number with a leading zero");
        }
        boolean isWhole = true;
        if (bytes.skip('.')) {
            isWhole = false;
            digits(bytes);
        }
        if (bytes.skip('e') || bytes.skip('E')) {
            isWhole = false;
            if (!bytes.skip('+')) {
                bytes.skip('-');
            }
            digits(bytes);
        }
        return isWhole ? whole(bytes.since(start)) : Double.valueOf(bytes.since(start));
    }

    private static Number whole(String number) {
        try {
            return Long.valueOf(number);
        } catch (NumberFormatException large) {
            return Double.valueOf(number);
        }
    }

    /** How many there are: at least one. */
    private static int digits(JsonBytes bytes) throws ParseException {
        int digits = 0;
        while (bytes.peek() >= '0' && bytes.peek() <= '9') {
            bytes.next();
            digits++;
        }
        if (digits == 0) {
            throw bytes.fault("no digit");
        }
        return digits;
    }
}
