package dev.gatehouse.doctor.call;

/** A client could not request a token; the message says why, on one line, without secrets. */
public final class NoTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoTokenException(String message) {
        super(message);
    }
}
