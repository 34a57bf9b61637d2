package dev.gatehouse.doctor.web;

/** Nobody answered at an address; the message says which, why, and what to look at, on one line. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
