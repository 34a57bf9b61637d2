package dev.gatehouse.chain.gateway.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits an expression into words. */
final class Lexer {
    private static final int LONGEST = 10_000;
    private static final List<String> SYMBOLS = List.of(
            "||", "&&", "==", "!=", "<=", ">=", "??", "?.", "!", "?", ":", "(", ")", "[", "]", ".", ",", "<", ">", "+",
            "-");
    private static final List<String> REFUSED = List.of("?[", "=>", "*", "/", "%", "$", "@", "{");

    private final String text;
    private final int end;
    private final List<Lexeme> words = new ArrayList<>();
    private int at = 2;

    private Lexer(String text) {
        this.text = text;
        this.end = text.length() - 1;
    }

    /** The words between {@code @(} and {@code )}, with an END after the last. */
    static List<Lexeme> read(String text) {
        if (text.startsWith("@{")) {
            throw new ExpressionRefused(1, "statements @{…} are not supported; write one expression @(…)");
        }
        if (!text.startsWith("@(") || !text.endsWith(")")) {
            throw new ExpressionRefused(1, "must have the form @(…)");
        }
        if (text.length() > LONGEST) {
            throw new ExpressionRefused(1, "is longer than " + LONGEST + " characters");
        }
        return new Lexer(text).words();
    }

    private List<Lexeme> words() {
        while (at < end) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                words.add(word());
            }
        }
        words.add(new Lexeme(Lexeme.Kind.END, "", end + 1));
        return List.copyOf(words);
    }

    private Lexeme word() {
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        if (isNamePart(first)) {
            return run(Character.isDigit(first) ? Lexeme.Kind.NUMBER : Lexeme.Kind.NAME);
        }
        return symbol();
    }

    private Lexeme quoted(char quote) {
        int column = at + 1;
        StringLiteral literal = StringLiteral.at(text, at, end);
        at = literal.next();
        if (quote == '"') {
            return new Lexeme(Lexeme.Kind.STRING, literal.value(), column);
        }
        if (literal.value().length() != 1) {
            throw new ExpressionRefused(column, "a character literal must contain one character");
        }
        return new Lexeme(Lexeme.Kind.CHARACTER, literal.value(), column);
    }

    private Lexeme run(Lexeme.Kind kind) {
        int start = at;
        while (at < end && isNamePart(text.charAt(at))) {
            at++;
        }
        return new Lexeme(kind, text.substring(start, at), start + 1);
    }

    private Lexeme symbol() {
        Optional<String> refused = starting(REFUSED);
        if (refused.isPresent()) {
            throw new ExpressionRefused(at + 1, "'" + refused.get() + "' is not supported; see docs/gateway.md");
        }
        String symbol = starting(SYMBOLS).orElseThrow(() -> new ExpressionRefused(at + 1, "unknown character"));
        at += symbol.length();
        return new Lexeme(Lexeme.Kind.SYMBOL, symbol, at - symbol.length() + 1);
    }

    private Optional<String> starting(List<String> symbols) {
        return symbols.stream().filter(symbol -> text.startsWith(symbol, at)).findFirst();
    }

    private static boolean isNamePart(char character) {
        return character == '_' || (character < 128 && Character.isLetterOrDigit(character));
    }

    /**
     * A C# string or character literal with its escapes resolved.
     *
     * @param next the index after the closing quote
     */
    private record StringLiteral(String value, int next) {
        private static final String ESCAPES = "\"'\\nrt0";
        private static final String ESCAPED = "\"'\\\n\r\t\0";

        static StringLiteral at(String text, int quote, int end) {
            StringBuilder value = new StringBuilder();
            int at = quote + 1;
            while (at < end && text.charAt(at) != text.charAt(quote)) {
                if (text.charAt(at) == '\\') {
                    value.append(escaped(text, at, end));
                    at += 2;
                } else {
                    value.append(text.charAt(at++));
                }
            }
            if (at >= end) {
                throw new ExpressionRefused(quote + 1, "a string without a closing quote");
            }
            return new StringLiteral(value.toString(), at + 1);
        }

        private static char escaped(String text, int backslash, int end) {
            int known = backslash + 1 < end ? ESCAPES.indexOf(text.charAt(backslash + 1)) : -1;
            if (known < 0) {
                throw new ExpressionRefused(
                        backslash + 1, "only the escapes \\\" \\' \\\\ \\n \\r \\t \\0 are supported");
            }
            return ESCAPED.charAt(known);
        }

        /** Leaves out the value, which may be a secret from a named value. */
        @Override
        public String toString() {
            return "a string up to " + next;
        }
    }
}
