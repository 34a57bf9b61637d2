package dev.gatehouse.arm;

/** An expression that cannot be evaluated; the message says why, and not where it stands. */
public final class ExpressionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpressionFault(String message) {
        super(message);
    }
}
