package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.http.Response;

/** What a policy has still to do when the answer is there, be it the backend's, a policy's or a failure's. */
@FunctionalInterface
interface Finish {

    /**
     * The answer with this done to it.
     *
     * @param context of the call at its end, with the answer
     */
    Response finish(Context context, Response response);
}
