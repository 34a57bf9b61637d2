package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.http.Request;

/** Where {@code trace} policies write, as they write to Application Insights in Azure; never the answer. */
@FunctionalInterface
public interface Traces {

    /** Nobody looks. */
    Traces NONE = (request, trace) -> {};

    /** @param request the call as it was then, with the {@code traceparent} that it can be found by */
    void traced(Request request, Trace trace);
}
