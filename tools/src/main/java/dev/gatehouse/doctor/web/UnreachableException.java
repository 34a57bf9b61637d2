package dev.gatehouse.doctor.web;

/** A server did not respond; the message gives the address, the cause and what to check, on one line. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
