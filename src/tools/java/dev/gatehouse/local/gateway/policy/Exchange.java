package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.expression.LastError;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.Optional;

/**
 * A call on its way through the policies; each policy makes a new one.
 *
 * @param context the request, with a target below the API's path, and what else expressions see
 * @param backend where the call will go; empty until a policy says so
 * @param response the answer; empty until there is one
 * @param steps where the call's journey is recorded; empty for a call that nobody follows
 */
record Exchange(
        Context context, Optional<Destination> backend, Optional<Response> response, Optional<PolicySteps> steps) {

    /**
     * Where a call goes.
     *
     * @param id the backend entity's; empty for a plain base-url
     */
    record Destination(Optional<String> id, Backend backend) {}

    Request request() {
        return context.request();
    }

    Exchange withRequest(Request changed) {
        return new Exchange(context.withRequest(changed), backend, response, steps);
    }

    Exchange withVariable(String name, Object value) {
        return new Exchange(context.withVariable(name, value), backend, response, steps);
    }

    Exchange withLastError(LastError error) {
        return new Exchange(context.withLastError(error), backend, response, steps);
    }

    Exchange withBackend(Destination changed) {
        return new Exchange(context, Optional.of(changed), response, steps);
    }

    Exchange withResponse(Response changed) {
        return new Exchange(context, backend, Optional.of(changed), steps);
    }
}
