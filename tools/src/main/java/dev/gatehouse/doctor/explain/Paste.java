package dev.gatehouse.doctor.explain;

import dev.gatehouse.secrets.Redactor;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A pasted text in the form in which it is examined: one space between words, no escapes, in place of the original lines.
 *
 * @param text the examined text; its lines begin at {@code starts}
 * @param folded the same in small letters and with spaces for line breaks; of the same length
 */
record Paste(String text, String folded, int[] starts) {
    private static final int BEFORE = 100;
    private static final int SHOWN = 240;
    private static final int EXAMINED = 4_000;
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");

    static Paste of(String raw) {
        return new PasteReader(raw).read();
    }

    /** The number of the original line, from 1. */
    int line(int at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The part of the line around a place, as it was examined, without secrets and addresses of people. */
    String shown(int at) {
        int line = line(at);
        int begin = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        String whole = text.substring(begin, end).replace('\n', ' ').strip();
        int from = whole.length() <= SHOWN ? 0 : Math.max(0, Math.min(at - begin, whole.length()) - BEFORE);
        String part = whole.substring(from, Math.min(whole.length(), from + EXAMINED));
        String safe = ADDRESS.matcher(Redactor.PASTED.text(part)).replaceAll("[address]");
        String cut = safe.length() > SHOWN ? safe.substring(0, SHOWN) + " ..." : safe;
        return from > 0 ? "... " + cut : cut;
    }
}
