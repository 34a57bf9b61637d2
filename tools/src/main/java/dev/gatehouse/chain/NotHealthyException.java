package dev.gatehouse.chain;

/** The app runs, but does not get ready; its log says why. */
public final class NotHealthyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotHealthyException(String message) {
        super(message);
    }
}
