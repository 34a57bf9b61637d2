package dev.gatehouse.cli;

import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.StepVerdict;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.Screen;
import dev.gatehouse.token.Claims;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A trace for people: one line per step, and its details below. */
record TraceTable(Screen screen) {
    private static final String INDENT = " ".repeat(11);
    private static final Set<String> DATES = Set.of("exp", "nbf", "iat");
    private static final int LAYER = 9;
    private static final int WHERE = 18;
    private static final int VERDICT = 8;
    private static final int MILLIS = 8;
    private static final int GAPS = 8;
    private static final int NARROWEST = 24;
    private static final int WIDEST = 44;

    String of(Trace trace) {
        StringBuilder text = new StringBuilder();
        Trace.Call call = trace.call();
        text.append(call.request())
                .append(", answered ")
                .append(call.status())
                .append(trace.end()
                        .map(end -> " by " + end.layer().title() + ": "
                                + end.finding().reason())
                        .orElse(""))
                .append(System.lineSeparator())
                .append(call.started())
                .append(", trace id in the logs ")
                .append(trace.traceId())
                .append(System.lineSeparator())
                .append(System.lineSeparator());
        row(text, List.of("LAYER", "STEP", "WHERE"), pad("VERDICT", VERDICT), "MS");
        List<TableLine> lines = TableLine.of(trace.steps());
        lines.forEach(line -> append(text, line));
        return text.toString().stripTrailing();
    }

    private void append(StringBuilder text, TableLine line) {
        Step step = line.step();
        String millis = line.elapsed()
                .map(time -> String.format(Locale.ROOT, "%.1f", time.toNanos() / 1e6))
                .orElse("");
        row(
                text,
                List.of(step.layer().title(), line.name(), step.rule().where()),
                verdict(step.finding().verdict()),
                millis);
        StepResult finding = step.finding();
        below(text, "reason", finding.reason());
        below(text, "expected", finding.expected());
        below(text, "actual", finding.actual());
        step.details().forEach((name, value) -> below(text, name, shown(value)));
    }

    private void row(StringBuilder text, List<String> cells, String verdict, String millis) {
        text.append(pad(cells.get(0), LAYER))
                .append("  ")
                .append(pad(cells.get(1), nameWidth()))
                .append("  ")
                .append(pad(cells.get(2), WHERE))
                .append("  ")
                .append(verdict)
                .append("  ")
                .append(" ".repeat(Math.max(0, MILLIS - millis.length())))
                .append(millis)
                .append(System.lineSeparator());
    }

    private int nameWidth() {
        return Math.max(NARROWEST, Math.min(WIDEST, screen.columns() - LAYER - WHERE - VERDICT - MILLIS - GAPS));
    }

    /** Wraps at the width of the terminal; a longer word is not broken, so that it can be copied. */
    private void below(StringBuilder text, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(INDENT + name);
        for (String word : value.split(" ", -1)) {
            if (line.length() + 1 + word.length() > screen.columns() && line.length() > INDENT.length() + 2) {
                text.append(line).append(System.lineSeparator());
                line = new StringBuilder(INDENT + " ");
            }
            line.append(' ').append(word);
        }
        text.append(line).append(System.lineSeparator());
    }

    private static String shown(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + shown(entry.getValue()) + instant(entry))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof List<?> list
                ? list.stream().map(TraceTable::shown).collect(Collectors.joining(" "))
                : String.valueOf(value);
    }

    /** The seconds of a NumericDate as a readable time. */
    private static String instant(Map.Entry<?, ?> claim) {
        return DATES.contains(String.valueOf(claim.getKey()))
                ? Claims.instant(claim.getValue()).map(at -> " (" + at + ")").orElse("")
                : "";
    }

    private String verdict(StepVerdict verdict) {
        String word = pad(verdict.ends() ? verdict.name() : verdict.name().toLowerCase(Locale.ROOT), VERDICT);
        return switch (verdict) {
            case PASSED -> screen.paint(Paint.GOOD, word);
            case REFUSED, FAILED -> screen.paint(Paint.BAD, word);
            case NOTED -> screen.paint(Paint.ASIDE, word);
        };
    }

    private static String pad(String text, int length) {
        return text.length() > length
                ? text.substring(0, length - 2) + ".."
                : text + " ".repeat(length - text.length());
    }
}
