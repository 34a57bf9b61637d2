package dev.gatehouse.keys;

import java.io.IOException;
import java.net.URI;

/** Reads the documents that issuers publish. */
@FunctionalInterface
public interface DocumentFetcher {
    /**
     * The whole document.
     *
     * @throws IOException when it cannot be had; the message says why, for an operator
     */
    byte[] read(URI address) throws IOException;
}
