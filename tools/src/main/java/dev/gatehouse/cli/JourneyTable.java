package dev.gatehouse.cli;

import static dev.gatehouse.token.Claims.YEAR_9999;

import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Journey;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.local.journey.Verdict;
import dev.gatehouse.screen.Paint;
import dev.gatehouse.screen.Screen;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A journey for people: one line per step, and below it what there is to see. */
record JourneyTable(Screen screen) {
    private static final String INDENT = " ".repeat(11);
    private static final Set<String> DATES = Set.of("exp", "nbf", "iat");
    private static final int LAYER = 9;
    private static final int WHERE = 18;
    private static final int VERDICT = 8;
    private static final int MILLIS = 8;
    private static final int GAPS = 8;
    private static final int NARROWEST = 24;
    private static final int WIDEST = 44;

    String of(Journey journey) {
        StringBuilder text = new StringBuilder();
        Journey.Call call = journey.call();
        text.append(call.request())
                .append(", answered ")
                .append(call.status())
                .append(journey.end()
                        .map(end -> " by " + end.layer().title() + ": "
                                + end.finding().reason())
                        .orElse(""))
                .append(System.lineSeparator())
                .append(call.started())
                .append(", trace id in the logs ")
                .append(journey.traceId())
                .append(System.lineSeparator())
                .append(System.lineSeparator());
        row(text, List.of("LAYER", "STEP", "WHERE"), pad("VERDICT", VERDICT), "MS");
        List<TableLine> lines = TableLine.of(journey.steps());
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
        Finding finding = step.finding();
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

    /** Word by word, as wide as the terminal; a word that is wider stays whole, so that it can be copied. */
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
                ? list.stream().map(JourneyTable::shown).collect(Collectors.joining(" "))
                : String.valueOf(value);
    }

    /** The seconds of a NumericDate as a time that a person can read. */
    private static String instant(Map.Entry<?, ?> claim) {
        return DATES.contains(String.valueOf(claim.getKey()))
                        && claim.getValue() instanceof Number seconds
                        && seconds.longValue() >= 0
                        && seconds.longValue() <= YEAR_9999
                ? " (" + Instant.ofEpochSecond(seconds.longValue()) + ")"
                : "";
    }

    private String verdict(Verdict verdict) {
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
