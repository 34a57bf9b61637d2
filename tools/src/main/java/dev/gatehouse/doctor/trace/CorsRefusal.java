package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.http.Headers;
import java.util.List;
import java.util.Optional;

/**
 * A call from a browser that the {@code cors} policy ended with 200 and no body, without saying so
 * (https://learn.microsoft.com/azure/api-management/cors-policy, terminate-unmatched-request).
 */
final class CorsRefusal {
    static final String MEANING =
            "the cors policy does not allow the origin, method or headers of this call from a browser;"
                    + " the gateway answers 200 with an empty body, and the browser reports an error";

    private CorsRefusal() {}

    /** The index of the {@code cors} entry after which nothing was called, although the request had an origin. */
    static Optional<Integer> in(List<TraceEntry> entries) {
        boolean hasOrigin =
                entries.stream().map(entry -> entry.headers("request")).anyMatch(headers -> headers.has("Origin"));
        boolean isCalled = entries.stream().anyMatch(entry -> entry.source().equals("forward-request"));
        boolean isAllowed = entries.stream().anyMatch(CorsRefusal::allows);
        int cors = entries.stream().map(TraceEntry::source).toList().lastIndexOf("cors");
        boolean isLast = cors >= 0
                && entries.subList(cors + 1, entries.size()).stream()
                        .allMatch(entry -> entry.section().equals("outbound")
                                || entry.source().equals("api-inspector"));
        return hasOrigin && !isCalled && !isAllowed && isLast ? Optional.of(cors) : Optional.empty();
    }

    private static boolean allows(TraceEntry entry) {
        Headers answered = entry.headers("response");
        return answered.has("Access-Control-Allow-Origin") || entry.all().contains("Access-Control-Allow-Origin");
    }
}
