package dev.gatehouse.chain.gateway.expression;

import java.util.List;

/** Reads the words of an expression, one after another. */
final class TokenStream {
    private static final int DEEPEST = 60;

    private final List<Lexeme> all;
    private int next;
    private int depth;

    TokenStream(List<Lexeme> all) {
        this.all = List.copyOf(all);
    }

    Lexeme peek() {
        return all.get(next);
    }

    Lexeme peek(int ahead) {
        return all.get(Math.min(next + ahead, all.size() - 1));
    }

    Lexeme take() {
        Lexeme word = peek();
        next = Math.min(next + 1, all.size() - 1);
        return word;
    }

    boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            take();
        }
        return found;
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            throw refused("'" + symbol + "' expected, " + peek().shown() + " found");
        }
    }

    /** Enters one level of nesting; limited, so that no expression can exhaust the stack. */
    void down() {
        if (++depth > DEEPEST) {
            throw refused("nested more than " + DEEPEST + " levels deep");
        }
    }

    void up() {
        depth--;
    }

    ExpressionRefused refused(String message) {
        return new ExpressionRefused(peek().column(), message);
    }
}
