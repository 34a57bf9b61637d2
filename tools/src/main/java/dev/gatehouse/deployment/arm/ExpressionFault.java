package dev.gatehouse.deployment.arm;

/** An expression that cannot be evaluated; the message says why, but not where it is. */
public final class ExpressionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpressionFault(String message) {
        super(message);
    }

    /** A value that the result depends on is not known. */
    static ExpressionFault open() {
        return new ExpressionFault("depends on what is only known at the deployment");
    }
}
