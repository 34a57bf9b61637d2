package dev.gatehouse.chain.http;

/** The requested port is in use by another program. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String server, int port, Throwable cause) {
        super("port " + port + " for the " + server + " is in use by another program; choose another port", cause);
    }
}
