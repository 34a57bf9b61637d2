package dev.gatehouse.local.journey;

import dev.gatehouse.local.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remembers which layer refused a request, by the trace id of its {@code traceparent}; the newest 1,000 only. */
public final class Journal {
    private static final int CAPACITY = 1_000;
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Map<String, Refusal> refusals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refusal> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Notes a refusal; a request without a valid {@code traceparent} cannot be asked about later and is not kept. */
    public synchronized void refused(Request request, Refusal refusal) {
        traceId(request).ifPresent(id -> refusals.put(id, refusal));
    }

    public synchronized Optional<Refusal> refusal(String traceId) {
        return Optional.ofNullable(refusals.get(traceId));
    }

    private static Optional<String> traceId(Request request) {
        return request.headers()
                .first("traceparent")
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1));
    }
}
