package dev.gatehouse.chain.gateway.expression;

/** An expression failed while it was computed, where C# would throw. */
public final class ExpressionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpressionFailed(String message) {
        super(message);
    }
}
