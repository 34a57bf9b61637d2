package dev.gatehouse.deployment.arm;

/** An expression that cannot be evaluated; the message says why, and not where it stands. */
public final class ExpressionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpressionFault(String message) {
        super(message);
    }

    /** Something that decides is not known. */
    static ExpressionFault open() {
        return new ExpressionFault("depends on what is only known at the deployment");
    }
}
