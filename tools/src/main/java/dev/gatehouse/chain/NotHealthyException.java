package dev.gatehouse.chain;

/** The app is running but does not become ready; its log shows why. */
public final class NotHealthyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotHealthyException(String message) {
        super(message);
    }
}
