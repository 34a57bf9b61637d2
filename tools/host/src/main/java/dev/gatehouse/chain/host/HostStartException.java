package dev.gatehouse.chain.host;

/** A Functions host did not come up; the message says why, and what it logged last. */
public final class HostStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HostStartException(String message) {
        super(message);
    }
}
