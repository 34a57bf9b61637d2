package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;
import java.util.Optional;

/**
 * The ids that the gateway's, the host's and the function's telemetry of one call share: {@code 00-trace-span-flags} of W3C
 * Trace Context §3.2.
 */
final class Correlation {
    private static final String VERSION = "00-";
    private static final int TRACE = 3;
    private static final int TRACE_END = 35;
    private static final int SPAN = 36;
    private static final int SPAN_END = 52;
    private static final int FLAGS = 53;
    private static final int END = 55;
    private static final String NO_TRACE = "0".repeat(TRACE_END - TRACE);

    private Correlation() {}

    /** Empty when it is missing or not well-formed: a caller may have written it. */
    static Optional<String> traceId(ExecutionContext context) {
        return part(TRACE, TRACE_END, context);
    }

    /** Of what called the function, as the host reports it: one of perhaps several calls of a trace. */
    static Optional<String> spanId(ExecutionContext context) {
        return part(SPAN, SPAN_END, context);
    }

    private static Optional<String> part(int start, int end, ExecutionContext context) {
        TraceContext trace = context.getTraceContext();
        String parent = trace == null ? null : trace.getTraceparent();
        return parent != null && isWellFormed(parent) ? Optional.of(parent.substring(start, end)) : Optional.empty();
    }

    /** One character at a time: it is asked for each call, and a regular expression takes the worker much longer. */
    private static boolean isWellFormed(String parent) {
        return parent.length() == END
                && parent.startsWith(VERSION)
                && isHex(parent, TRACE, TRACE_END)
                && !parent.startsWith(NO_TRACE, TRACE)
                && parent.charAt(TRACE_END) == '-'
                && isHex(parent, SPAN, SPAN_END)
                && parent.charAt(SPAN_END) == '-'
                && isHex(parent, FLAGS, END);
    }

    private static boolean isHex(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }
}
