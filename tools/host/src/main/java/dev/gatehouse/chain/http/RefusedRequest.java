package dev.gatehouse.chain.http;

import java.io.IOException;

/** A request that the server refuses before any handler sees it; the connection is closed after the answer. */
final class RefusedRequest extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedRequest(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
