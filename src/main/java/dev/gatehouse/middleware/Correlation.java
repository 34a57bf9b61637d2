package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that the gateway's, the host's and the function's telemetry of one call share (W3C Trace Context §3.2). */
final class Correlation {
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    private Correlation() {}

    /** Empty when there is none, or none that is well-formed: a caller may have written it. */
    static Optional<String> traceId(ExecutionContext context) {
        return part(1, context);
    }

    /** Of what called the function, as the host tells it: one of perhaps several calls of a trace. */
    static Optional<String> spanId(ExecutionContext context) {
        return part(2, context);
    }

    private static Optional<String> part(int group, ExecutionContext context) {
        return Optional.ofNullable(context.getTraceContext())
                .map(TraceContext::getTraceparent)
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(group));
    }
}
