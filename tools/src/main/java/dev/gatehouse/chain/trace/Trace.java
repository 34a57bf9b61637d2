package dev.gatehouse.chain.trace;

import dev.gatehouse.secrets.Redactor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way of a request through the layers.
 *
 * @param id random, known only to the client that received the response
 * @param traceId of the request's {@code traceparent}, by which logs name it
 * @param steps in the order in which they began
 */
public record Trace(String id, String traceId, Call call, List<Step> steps) {

    /**
     * The request and its answer.
     *
     * @param request method and path, never the query
     * @param status 0 until the request is answered
     */
    public record Call(Instant started, String request, int status) {
        public Call {
            request = Redactor.printable(request);
        }
    }

    public Trace {
        id = Redactor.printable(id);
        traceId = Redactor.printable(traceId);
        steps = List.copyOf(steps);
    }

    /** The step that ended the request; empty if the request was served. */
    public Optional<Step> end() {
        boolean served = call.status() > 0 && call.status() < 400;
        return served ? Optional.empty() : steps.stream().filter(Step::ends).findFirst();
    }
}
