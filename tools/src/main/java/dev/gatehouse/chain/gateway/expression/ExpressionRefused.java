package dev.gatehouse.chain.gateway.expression;

/** An expression outside the supported subset; the message says where and what to do. */
public final class ExpressionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpressionRefused(int column, String message) {
        super("column " + column + " of the expression: " + message);
    }
}
