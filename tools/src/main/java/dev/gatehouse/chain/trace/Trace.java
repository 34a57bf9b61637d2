package dev.gatehouse.chain.trace;

import dev.gatehouse.secrets.Redactor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a request, layer by layer.
 *
 * @param id random, known to those alone who got the answer
 * @param traceId of the request's {@code traceparent}, by which logs name it
 * @param steps in the order in which they began
 */
public record Trace(String id, String traceId, Call call, List<Step> steps) {

    /**
     * The request and its answer.
     *
     * @param request method and path, never the query
     * @param status 0 while there is no answer
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

    /** The step at which the request ended; empty for one that was served, perhaps after all. */
    public Optional<Step> end() {
        boolean served = call.status() > 0 && call.status() < 400;
        return served ? Optional.empty() : steps.stream().filter(Step::ends).findFirst();
    }
}
