package dev.gatehouse.chain.trace;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Optional;

/** Answers requests, and records those that are traced. Called by many threads at once. */
@FunctionalInterface
public interface RecordedHandler {

    /** @param recording empty for requests that are not traced, which must cost nothing */
    Response handle(Request request, Optional<Recording> recording);
}
