package dev.gatehouse.chain.host;

/** A Functions host did not start; the message gives the cause and its last log lines. */
public final class HostStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HostStartException(String message) {
        super(message);
    }
}
