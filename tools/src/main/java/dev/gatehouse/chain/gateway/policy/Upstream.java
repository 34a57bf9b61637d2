package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.IOException;

/** Sends a request to a backend's origin. */
@FunctionalInterface
public interface Upstream {

    /** @throws IOException when the backend cannot be reached or does not answer in time */
    Response forward(Request request, String origin) throws IOException;
}
