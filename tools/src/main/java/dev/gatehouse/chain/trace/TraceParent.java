package dev.gatehouse.chain.trace;

import dev.gatehouse.chain.http.Request;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code traceparent} of W3C Trace Context, by which a call can be followed through the layers. */
public final class TraceParent {
    /** The header. */
    public static final String NAME = "traceparent";

    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

    /** Unpredictable: a span distinguishes a call from others of the same trace. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceParent() {}

    /** The id of the whole trace; empty if the header is missing or invalid. */
    public static Optional<String> traceId(Request request) {
        return valid(request).map(match -> match.group(1));
    }

    /** The id of the call within the trace; empty if the header is missing or invalid. */
    static Optional<String> spanId(Request request) {
        return valid(request).map(match -> match.group(2));
    }

    private static Optional<Matcher> valid(Request request) {
        List<String> sent = request.headers().all(NAME);
        return Optional.of(VALID.matcher(sent.size() == 1 ? sent.get(0) : "")).filter(Matcher::matches);
    }

    /** The request as a new span of its trace, or of a new trace if the header is missing or invalid. */
    public static Request continued(Request request) {
        String span = String.format("%016x", RANDOM.nextLong() | 1);
        Optional<Matcher> valid = valid(request);
        if (valid.isPresent()) {
            return request.with(
                    NAME,
                    "00-" + valid.get().group(1) + "-" + span + "-"
                            + valid.get().group(3));
        }
        String trace = String.format("%016x%016x", RANDOM.nextLong(), RANDOM.nextLong() | 1);
        return request.withHeaders(request.headers().without("tracestate"))
                .with(NAME, "00-" + trace + "-" + span + "-01");
    }
}
