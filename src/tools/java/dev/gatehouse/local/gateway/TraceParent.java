package dev.gatehouse.local.gateway;

import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code traceparent} of W3C Trace Context, by which a call can be followed through the layers. */
final class TraceParent {
    private static final String NAME = "traceparent";
    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

    private TraceParent() {}

    /** The request as a new span of its trace, or of a new trace when it names none properly. */
    static Request continued(Request request) {
        Random random = ThreadLocalRandom.current();
        String span = String.format("%016x", random.nextLong() | 1);
        List<String> sent = request.headers().all(NAME);
        Matcher valid = VALID.matcher(sent.size() == 1 ? sent.get(0) : "");
        if (valid.matches()) {
            return request.with(NAME, "00-" + valid.group(1) + "-" + span + "-" + valid.group(2));
        }
        String trace = String.format("%016x%016x", random.nextLong(), random.nextLong() | 1);
        return request.withHeaders(request.headers().without("tracestate"))
                .with(NAME, "00-" + trace + "-" + span + "-01");
    }
}
