package dev.gatehouse.chain.gateway.expression;

/**
 * A token of an expression's syntax.
 *
 * @param text a string's value without quotes, otherwise as written
 * @param column counted from 1
 */
record Lexeme(Kind kind, String text, int column) {

    enum Kind {
        NAME,
        STRING,
        CHARACTER,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The word for a message; strings are left out, because a named value in one may be secret. */
    String shown() {
        return switch (kind) {
            case STRING -> "a string";
            case CHARACTER -> "a character";
            case END -> "the end";
            default -> "'" + text + "'";
        };
    }
}
