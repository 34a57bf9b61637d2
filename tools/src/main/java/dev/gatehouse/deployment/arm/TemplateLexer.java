package dev.gatehouse.deployment.arm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts, numbers, names and punctuation of an expression, one after the other. */
final class TemplateLexer {
    /** Possessive, as it would take a frame of the stack for each quote of a long text otherwise. */
    private static final Pattern LEXEME = Pattern.compile(
            "\\s*+(?:'((?:[^']++|'')*+)'|(-?[0-9]{1,18}+)|([\\p{L}_$#][\\p{L}\\p{N}_$#]*+)|([.,()\\[\\]]))\\s*+");

    private final String text;
    private final Matcher lexeme;
    private int next;
    private int seen = -1;
    private boolean isLexeme;

    TemplateLexer(String text) {
        this.text = text;
        this.lexeme = LEXEME.matcher(text);
    }

    int at() {
        return next;
    }

    /** What has been read since a place. */
    String from(int start) {
        return text.substring(start, next).strip();
    }

    boolean sees(String punctuation) {
        return sees(4) && punctuation.equals(lexeme.group(4));
    }

    /** Reads a text where there is one. */
    Optional<String> text() {
        return taken(1).map(quoted -> quoted.replace("''", "'"));
    }

    /** Reads a number where there is one. */
    Optional<Long> number() {
        return taken(2).map(Long::valueOf);
    }

    /** @param expected what messages call it */
    String name(String expected) {
        return taken(3).orElseThrow(() -> missing(expected));
    }

    void take(String punctuation) {
        if (!sees(punctuation)) {
            throw missing("'" + punctuation + "'");
        }
        next = lexeme.end();
    }

    void end() {
        if (next < text.length()) {
            throw missing("the end");
        }
    }

    private boolean sees(int kind) {
        if (seen != next) {
            isLexeme = lexeme.region(next, text.length()).lookingAt();
            seen = next;
        }
        return isLexeme && lexeme.group(kind) != null;
    }

    private Optional<String> taken(int kind) {
        if (!sees(kind)) {
            return Optional.empty();
        }
        next = lexeme.end();
        return Optional.of(lexeme.group(kind));
    }

    private ExpressionFault missing(String expected) {
        return new ExpressionFault("is malformed: after " + next + " characters " + expected + " is missing");
    }
}
