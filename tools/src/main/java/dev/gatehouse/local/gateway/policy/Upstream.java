package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.io.IOException;

/** Sends a request to a backend's origin. */
@FunctionalInterface
public interface Upstream {

    /** @throws IOException when the backend cannot be reached or does not answer in time */
    Response forward(Request request, String origin) throws IOException;
}
