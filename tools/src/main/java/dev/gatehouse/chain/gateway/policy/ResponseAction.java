package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.http.Response;

/** What a policy has still to do when the answer is there, be it the backend's, a policy's or a failure's. */
@FunctionalInterface
interface ResponseAction {

    /**
     * The answer with this done to it.
     *
     * @param context of the call at its end, with the answer
     */
    Response finish(Context context, Response response);
}
