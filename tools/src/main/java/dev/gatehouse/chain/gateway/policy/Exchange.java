package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way through the policies; each policy makes a new one.
 *
 * @param context the request, with a target below the API's path, and everything else that expressions can read
 * @param backend the destination of the call; empty until a policy sets it
 * @param finishes actions of policies on the response, whichever it will be
 * @param steps where the call's trace is recorded; empty for a call that is not traced
 */
record Exchange(
        Context context, Optional<Destination> backend, List<ResponseAction> finishes, Optional<PolicySteps> steps) {

    /**
     * The destination of a call.
     *
     * @param id the backend entity's; empty for a plain base-url
     */
    record Destination(Optional<String> id, Backend backend) {}

    Exchange {
        finishes = List.copyOf(finishes);
    }

    /** A call before any policy. */
    static Exchange of(Context context, Optional<PolicySteps> steps) {
        return new Exchange(context, Optional.empty(), List.of(), steps);
    }

    Request request() {
        return context.request();
    }

    /** The response; empty until it exists. */
    Optional<Response> response() {
        return context.response();
    }

    Exchange withRequest(Request changed) {
        return with(context.withRequest(changed));
    }

    Exchange withVariable(String name, @Nullable Object value) {
        return with(context.withVariable(name, value));
    }

    Exchange withLastError(LastError error) {
        return with(context.withLastError(error));
    }

    Exchange withResponse(Response changed) {
        return with(context.withResponse(changed));
    }

    Exchange withBackend(Destination changed) {
        return new Exchange(context, Optional.of(changed), finishes, steps);
    }

    Exchange finishing(ResponseAction finish) {
        return new Exchange(
                context,
                backend,
                Stream.concat(finishes.stream(), Stream.of(finish)).toList(),
                steps);
    }

    private Exchange with(Context changed) {
        return new Exchange(changed, backend, finishes, steps);
    }
}
