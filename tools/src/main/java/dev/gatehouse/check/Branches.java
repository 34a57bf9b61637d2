package dev.gatehouse.check;

import dev.gatehouse.check.deployed.DeployedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A deployment under conditions that are not known: a rule that they keep undecided is decided where they are true and
 * where they are not. What it finds either way is a finding; what it finds in one of them only is undecided.
 */
final class Branches {
    /** Each condition doubles the work. */
    private static final int MOST_CONDITIONS = 4;

    /** Text before a place may be of either branch. */
    private static final Pattern POSITION = Pattern.compile(", line \\d+, column \\d+$");

    private final Map<List<String>, DeployedFile> assumed = new HashMap<>();
    private final DeployedFile deployed;

    Branches(DeployedFile deployed) {
        this.deployed = deployed;
    }

    FindingCollector judged(Rule rule) {
        return judged(rule, deployed, List.of());
    }

    /** @param path the conditions that are assumed, each true or false */
    private FindingCollector judged(Rule rule, DeployedFile branch, List<String> path) {
        FindingCollector notes = new FindingCollector(rule);
        rule.check().of(branch, notes);
        Optional<String> condition = path.size() < MOST_CONDITIONS ? condition(notes, path) : Optional.empty();
        return condition
                .map(each -> joined(
                        new FindingCollector(rule),
                        each,
                        judged(rule, assuming(branch, each, true, path), and(path, each)),
                        judged(rule, assuming(branch, each, false, path), and(path, "not " + each))))
                .orElse(notes);
    }

    private Optional<String> condition(FindingCollector notes, List<String> path) {
        return notes.open().stream()
                .flatMap(expression -> deployed.choices().condition(expression).stream())
                .filter(condition -> !path.contains(condition) && !path.contains("not " + condition))
                .findFirst();
    }

    private DeployedFile assuming(DeployedFile branch, String condition, boolean isTrue, List<String> path) {
        return assumed.computeIfAbsent(
                and(path, (isTrue ? "" : "not ") + condition), key -> branch.assuming(condition, isTrue));
    }

    private static List<String> and(List<String> path, String condition) {
        List<String> longer = new ArrayList<>(path);
        longer.add(condition);
        return List.copyOf(longer);
    }

    private static FindingCollector joined(
            FindingCollector all, String condition, FindingCollector one, FindingCollector other) {
        List<String> inOther = new ArrayList<>(
                other.findings().stream().map(Branches::withoutPosition).toList());
        for (Finding each : one.findings()) {
            if (inOther.remove(withoutPosition(each))) {
                all.found(each.place(), each.found());
            } else {
                all.open(each.place(), condition);
            }
        }
        other.findings().stream()
                .filter(each -> inOther.remove(withoutPosition(each)))
                .forEach(each -> all.open(each.place(), condition));
        one.undecided().forEach(each -> all.undecided(each.place(), each.because()));
        other.undecided().forEach(each -> all.undecided(each.place(), each.because()));
        return all;
    }

    private static String withoutPosition(Finding finding) {
        return POSITION.matcher(finding.place().within()).replaceAll("") + " " + finding.found();
    }
}
