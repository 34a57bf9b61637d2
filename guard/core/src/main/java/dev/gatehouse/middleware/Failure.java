package dev.gatehouse.middleware;

import dev.gatehouse.redaction.Redaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Describes what a function threw, for the log: a message may quote the request, so it goes through {@link Redaction}. */
final class Failure {
    private static final int MAX_CAUSES = 5;
    private static final int MAX_FRAMES = 12;

    private Failure() {}

    static List<String> describe(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
            lines.add(each.getClass().getName() + ": " + Redaction.of(String.valueOf(each.getMessage())));
            Arrays.stream(each.getStackTrace()).limit(MAX_FRAMES).forEach(frame -> lines.add("at " + frame));
            each = each.getCause();
        }
        return lines;
    }
}
