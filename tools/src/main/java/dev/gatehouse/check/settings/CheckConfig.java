package dev.gatehouse.check.settings;

import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.input.FileChoice;
import dev.gatehouse.check.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code gatehouse-check.json} says.
 *
 * @param severities of the rules that it grades; empty for those that it switches off
 * @param baseline the file with what is known
 */
public record CheckConfig(
        Map<String, Optional<FindingSeverity>> severities,
        FileChoice choice,
        List<Suppression> suppressions,
        Optional<FailOn> failOn,
        Optional<Path> baseline) {
    public static final String NAME = "gatehouse-check.json";

    public CheckConfig {
        severities = Map.copyOf(severities);
        suppressions = List.copyOf(suppressions);
    }

    /** Where no file says anything. */
    public static CheckConfig none() {
        return new CheckConfig(Map.of(), FileChoice.all(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The file of the nearest folder that has one, from a folder upwards. */
    public static Optional<Path> find(Path folder) {
        for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            if (Files.isRegularFile(each.resolve(NAME))) {
                return Optional.of(each.resolve(NAME));
            }
        }
        return Optional.empty();
    }

    /** @param also ids of rules that are looked for whatever the file says */
    public List<Rule> rules(Collection<String> also) {
        return Rules.all().stream()
                .filter(rule -> also.contains(rule.id()) || isOn(rule))
                .map(this::graded)
                .toList();
    }

    /** Those of some rules that are on, with the severities that the file gives them. */
    Stream<Rule> of(List<Rule> rules) {
        return rules.stream().filter(this::isOn).map(this::graded);
    }

    private boolean isOn(Rule rule) {
        return severities.containsKey(rule.id()) ? severities.get(rule.id()).isPresent() : rule.isOn();
    }

    private Rule graded(Rule rule) {
        return severities
                .getOrDefault(rule.id(), Optional.empty())
                .map(rule::with)
                .orElse(rule);
    }

    /** Whether an id is a rule's. */
    public static boolean isRule(String id) {
        return Stream.concat(Rules.all().stream(), SuppressionRules.ALL.stream())
                .anyMatch(rule -> rule.id().equals(id));
    }
}
