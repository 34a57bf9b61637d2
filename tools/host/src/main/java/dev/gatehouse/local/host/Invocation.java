package dev.gatehouse.local.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;
import java.util.Map;
import java.util.logging.Logger;

/** One call of a function; it is the function's {@code ExecutionContext} too. */
record Invocation(String id, String function, Arrival arrival, Logger logger) implements ExecutionContext {
    @Override
    public Logger getLogger() {
        return logger;
    }

    @Override
    public String getInvocationId() {
        return id;
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public TraceContext getTraceContext() {
        return new Trace(arrival.header("traceparent"), arrival.header("tracestate"));
    }

    /** The caller's trace, as sent; empty texts when there is none (Azure's host would start one). */
    private record Trace(String traceparent, String tracestate) implements TraceContext {
        @Override
        public String getTraceparent() {
            return traceparent;
        }

        @Override
        public String getTracestate() {
            return tracestate;
        }

        @Override
        public Map<String, String> getAttributes() {
            return Map.of();
        }
    }
}
