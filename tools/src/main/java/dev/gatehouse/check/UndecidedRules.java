package dev.gatehouse.check;

import dev.gatehouse.deployment.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules that could not be decided, with place and reason: an expression or a circumstance. */
public record UndecidedRules(List<Rule> rules, Location place, String because) {
    public UndecidedRules {
        rules = List.copyOf(rules);
    }

    /** Each place and reason once, with all the rules that it leaves undecided. */
    static List<UndecidedRules> merged(List<UndecidedRules> all) {
        Map<UndecidedRules, List<Rule>> rules = new LinkedHashMap<>();
        all.forEach(each -> rules.computeIfAbsent(
                        new UndecidedRules(List.of(), each.place, each.because), key -> new ArrayList<>())
                .addAll(each.rules));
        return rules.entrySet().stream()
                .map(each -> new UndecidedRules(each.getValue(), each.getKey().place, each.getKey().because))
                .toList();
    }

    /** As findings, for callers that accept decided rules only. */
    Stream<Finding> asFindings() {
        return rules.stream().map(rule -> Finding.of(rule, place, "not decided: " + because));
    }
}
