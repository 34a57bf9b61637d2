package dev.gatehouse.doctor.explain;

import java.util.regex.Pattern;

/** Which parts of a paste a person wrote: they name errors that did not happen, or not any more. */
final class Prose {
    /** Around a place, so that a file in one line costs no more than others. */
    private static final int FAR = 400;
    /** Lines of one paragraph. */
    private static final int NEAR = 3;

    private static final Pattern MACHINE = Pattern.compile(
            "(?:\\[|\\{|<|>|\\*|\\d|#|at |Caused by|ERROR|WARN|INFO|HTTP/|curl |[A-Za-z_.]{3,80}(?:Exception|Error)\\b).*",
            Pattern.DOTALL);
    private static final Pattern PERSON = Pattern.compile("(?<![\\w/.'\"-])(?:I|I'm|I've|I'd|my|My|our)(?= )"
            + "|\\b[Ww]e(?:'ve| (?:have|use|get|see|saw|tried|changed|deployed|moved|switched|call|set|run|need|want|do|did|added|already))\\b"
            + "|(?i)\\b(?:any ideas?|anyone|any help|thanks|does somebody)\\b");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z(][^:{}<>=|]{20,}", Pattern.DOTALL);
    private static final Pattern DENIED_BEFORE = Pattern.compile(
            "(?i)\\b(?:not|no longer|isn't|wasn't|never|fixed|solved|resolved|instead of|rather than|rid of|unlike|ruled out)"
                    + "(?: (?:the|an?|any|by|my|about|because of|due to|caused by|related to))*(?: [\\w-]+)?[ (\"'`]*$");
    private static final Pattern DENIED_AFTER = Pattern.compile(
            "(?i)\\S*(?: \\w+)? (?:any ?more\\b|is (?:gone|fixed|solved)|was (?:fixed|solved)|went away|(?:is|was) not the).*",
            Pattern.DOTALL);

    private Prose() {}

    /** Whether a person mentions what is there, outside of a quotation. */
    static boolean says(Paste paste, int at) {
        String line = line(paste, at, 0);
        String before = before(paste, at);
        return !quoted(before) && !followedByItsMessage(paste, at) && (isPersons(line) || goesOn(paste, at, line));
    }

    /** Whether a person says that it is not the trouble. */
    static boolean denies(Paste paste, int at) {
        String before = before(paste, at);
        if (!DENIED_BEFORE.matcher(before).find()
                && !DENIED_AFTER.matcher(after(paste, at)).matches()) {
            return false;
        }
        return says(paste, at);
    }

    private static boolean isPersons(String line) {
        return !MACHINE.matcher(line).matches() && PERSON.matcher(line).find();
    }

    /** Whether the line is part of a paragraph in which a person speaks. */
    private static boolean goesOn(Paste paste, int at, String line) {
        if (!WORDS.matcher(line).matches() || MACHINE.matcher(line).matches()) {
            return false;
        }
        for (int way : new int[] {-1, 1}) {
            for (int lines = 1; lines <= NEAR; lines++) {
                String other = line(paste, at, way * lines);
                if (other.isBlank()) {
                    break;
                }
                if (isPersons(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A code with a colon begins a message: the person has copied it. */
    private static boolean followedByItsMessage(Paste paste, int at) {
        return after(paste, at).matches("(?s)[A-Z]{3,6}\\d{4,9}: .*");
    }

    /** In quotation marks, or behind a colon. */
    private static boolean quoted(String before) {
        return odd(before, '"') || odd(before, '`') || before.contains(": ");
    }

    private static boolean odd(String text, char mark) {
        return text.chars().filter(c -> c == mark).count() % 2 == 1;
    }

    private static String before(Paste paste, int at) {
        String text = paste.text();
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        return text.substring(Math.max(begin, at - FAR), at);
    }

    private static String after(Paste paste, int at) {
        String text = paste.text();
        int end = text.indexOf('\n', at);
        return text.substring(at, Math.min(end < 0 ? text.length() : end, at + FAR));
    }

    /** The line so many lines after the place; empty beyond the text. */
    private static String line(Paste paste, int at, int lines) {
        String text = paste.text();
        int begin = text.lastIndexOf('\n', at - 1) + 1;
        for (int i = 0; i < lines && begin > 0; i++) {
            begin = text.indexOf('\n', begin) + 1;
        }
        for (int i = 0; i > lines && begin >= 0; i--) {
            begin = begin == 0 ? -1 : text.lastIndexOf('\n', begin - 2) + 1;
        }
        if (begin < 0 || begin == 0 && lines > 0 || begin >= text.length()) {
            return "";
        }
        int end = text.indexOf('\n', begin);
        int last = end < 0 ? text.length() : end;
        int from = lines == 0 ? Math.max(begin, at - FAR) : begin;
        return text.substring(from, Math.min(last, from + 2 * FAR));
    }
}
