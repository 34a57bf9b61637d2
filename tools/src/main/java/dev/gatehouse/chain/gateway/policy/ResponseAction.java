package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.http.Response;

/** A policy's deferred action on the response, whether from the backend, a policy or a failure. */
@FunctionalInterface
interface ResponseAction {

    /**
     * The response after this action.
     *
     * @param context of the call at its end, with the response
     */
    Response finish(Context context, Response response);
}
