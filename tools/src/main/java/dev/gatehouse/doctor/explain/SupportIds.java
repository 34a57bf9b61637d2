package dev.gatehouse.doctor.explain;

import dev.gatehouse.guid.Guid;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ids in a paste by which support finds a request; the first two of each kind. */
final class SupportIds {
    private static final int MOST = 2;
    private static final String ID = "[\"']?\\s?[:=]\\s?[\"']?(" + Guid.FORM + ")";
    private static final Map<String, Anchored> KINDS = kinds();

    static final List<Anchored> ALL = List.copyOf(KINDS.values());

    private SupportIds() {}

    static Map<String, Set<String>> in(String text, Map<String, List<Integer>> places) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        KINDS.forEach((kind, pattern) -> {
            Set<String> first = pattern.in(text, places).stream()
                    .map(id -> id.group(1))
                    .distinct()
                    .limit(MOST)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!first.isEmpty()) {
                found.put(kind, first);
            }
        });
        return found;
    }

    private static Map<String, Anchored> kinds() {
        Map<String, Anchored> kinds = new LinkedHashMap<>();
        kinds.put("trace id", Anchored.of("(?i)\\btrace[ _]id" + ID, 0, "trace id", "trace_id"));
        kinds.put("correlation", Anchored.of("(?i)\\bcorrelation[ _-]?(?:request-)?id" + ID, 0, "correlation"));
        kinds.put(
                "timestamp",
                Anchored.of(
                        "(?i)\\btimestamp[\"']?\\s?[:=]\\s?[\"']?(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[\\d.]*Z)",
                        0, "timestamp"));
        kinds.put("request id", Anchored.of("(?i)\\brequest[ _-]?id" + ID, 0, "request"));
        kinds.put("invocation", Anchored.of("(?i)\\binvocation[ _-]?id" + ID, 0, "invocation"));
        kinds.put("operation", Anchored.of("(?i)\\boperation_?id\"?\\s?[:=]\\s?\"?([0-9a-f]{32})\\b", 0, "operation"));
        kinds.put(
                "call trace",
                Anchored.of(
                        "(?i)(?:\\btraceid\"?\\s?:\\s?\"|\\b00-)([0-9a-f]{32})(?=\"|-[0-9a-f]{16}-0[01]\\b)",
                        0,
                        "traceid",
                        "00-"));
        return kinds;
    }
}
