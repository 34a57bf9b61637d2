package dev.gatehouse.deployment;

/** A snapshot that cannot be deployed on this machine; the message says which resource and property, and why. */
public final class DeploymentFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeploymentFault(String message) {
        super(message);
    }
}
