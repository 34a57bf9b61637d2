package dev.gatehouse.chain.gateway.expression;

/**
 * A word of an expression.
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

    /** The word for a message, without what may be a secret that a named value put into a string. */
    String shown() {
        return switch (kind) {
            case STRING -> "a string";
            case CHARACTER -> "a character";
            case END -> "the end";
            default -> "'" + text + "'";
        };
    }
}
