package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the host decided about a request, for the log.
 *
 * @param rule {@code path}, {@code own-page}, {@code route} or {@code function-key}
 * @param function the called function; empty when no function matches
 */
record HostDecision(Response response, String rule, String function, Difference difference) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

    /** What the rule expected and the actual value; both empty when the request passed. */
    record Difference(String expected, String actual) {
        static final Difference NONE = new Difference("", "");
    }

    static HostDecision passed(Response response, String rule, String function) {
        return new HostDecision(response, rule, function, Difference.NONE);
    }

    /** One JSON object on one line: text from a client stays inside its string. */
    JsonObject line(Request request, double millis) {
        JsonObject line = new JsonObject();
        line.addProperty("event", "host");
        line.addProperty("rule", rule);
        line.addProperty("outcome", difference.equals(Difference.NONE) ? "passed" : "refused");
        line.addProperty("status", response.status());
        if (!function.isEmpty()) {
            line.addProperty("function", function);
        }
        if (!difference.equals(Difference.NONE)) {
            line.addProperty("expected", difference.expected());
            line.addProperty("actual", difference.actual());
        }
        line.addProperty("ms", millis);
        Matcher traceparent =
                TRACEPARENT.matcher(request.headers().joined("traceparent").orElse(""));
        if (traceparent.matches()) {
            line.addProperty("traceId", traceparent.group(1));
            line.addProperty("spanId", traceparent.group(2));
        }
        return line;
    }
}
