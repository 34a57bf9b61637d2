package dev.gatehouse.check.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.check.report.CheckReport;
import dev.gatehouse.check.report.Reported;
import dev.gatehouse.check.report.ReportedPaths;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings that are known already. They are recognised by rule, file, resource and words, not by lines; of equal ones, as many
 * are known as there were.
 */
public final class Baseline {
    private final ReportedPaths paths;
    private final Map<Entry, Integer> known;

    private Baseline(ReportedPaths paths, Map<Entry, Integer> known) {
        this.paths = paths;
        this.known = known;
    }

    /** @param file relative to the folder of the baseline */
    private record Entry(String rule, String file, String place, String found) {}

    /** An entry as the file has it. */
    private record Counted(String rule, String file, String place, String found, int count) {}

    private record Content(int version, List<Counted> findings) {}

    /** @throws UnreadableInput when it is no baseline */
    public static Baseline read(Path file, Path here) {
        JsonNode content = GivenJson.read(GivenText.name(file), GivenText.read(file));
        if (content.path("version").asInt() != 1 || !content.path("findings").isArray()) {
            throw new UnreadableInput(GivenText.name(file) + " is no baseline; write one with --write-baseline");
        }
        Map<Entry, Integer> known = new HashMap<>();
        for (JsonNode each : content.path("findings")) {
            known.merge(
                    new Entry(
                            each.path("rule").asText(),
                            each.path("file").asText(),
                            each.path("place").asText(),
                            each.path("found").asText()),
                    Math.max(1, each.path("count").asInt()),
                    Integer::sum);
        }
        return new Baseline(paths(file, here), known);
    }

    private static ReportedPaths paths(Path file, Path here) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new ReportedPaths(here, folder == null ? here : folder);
    }

    /** The report with its findings marked. */
    public CheckReport applied(CheckReport report) {
        Map<Entry, Integer> left = new HashMap<>(known);
        List<Reported> marked = new ArrayList<>();
        for (Reported each : report.findings()) {
            boolean isKnown = each.isOpen() && left.merge(entry(each, paths), -1, Integer::sum) >= 0;
            marked.add(isKnown ? each.known() : each);
        }
        return new CheckReport(report.rules(), marked, report.undecided(), report.reading());
    }

    /** How many of its findings a report does not have any more. */
    public int gone(CheckReport applied) {
        int found = (int) applied.findings().stream().filter(Reported::isKnown).count();
        return known.values().stream().mapToInt(count -> count).sum() - found;
    }

    private static Entry entry(Reported each, ReportedPaths paths) {
        return new Entry(
                each.finding().rule(),
                paths.relative(each.spot().file()),
                each.context(),
                each.finding().found());
    }

    /** @throws UnreadableInput when the file cannot be written */
    public static void write(Path file, Path here, CheckReport report) {
        Map<Entry, Integer> entries = new TreeMap<>(Comparator.comparing(Entry::file)
                .thenComparing(Entry::rule)
                .thenComparing(Entry::place)
                .thenComparing(Entry::found));
        ReportedPaths paths = paths(file, here);
        report.findings().stream()
                .filter(each -> each.suppressed().isEmpty())
                .forEach(each -> entries.merge(entry(each, paths), 1, Integer::sum));
        List<Counted> rows = entries.entrySet().stream()
                .map(each -> new Counted(
                        each.getKey().rule(),
                        each.getKey().file(),
                        each.getKey().place(),
                        each.getKey().found(),
                        each.getValue()))
                .toList();
        try {
            Files.writeString(file, ReportJson.of(new Content(1, rows)) + "\n", StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UnreadableInput(GivenText.name(file) + " cannot be written: " + unwritable.getMessage());
        }
    }
}
