package dev.gatehouse.chain.http;

/** A port that was asked for is in use by another program. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String server, int port, Throwable cause) {
        super("port " + port + " for the " + server + " is taken by another program; choose another", cause);
    }
}
