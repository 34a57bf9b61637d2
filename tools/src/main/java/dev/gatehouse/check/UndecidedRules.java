package dev.gatehouse.check;

import dev.gatehouse.deployment.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where rules could not be decided, and the expression or the circumstance that keeps them from being. */
public record UndecidedRules(List<Rule> rules, Location place, String because) {
    public UndecidedRules {
        rules = List.copyOf(rules);
    }

    /** Each place and reason once, with all the rules that it keeps from being decided. */
    static List<UndecidedRules> merged(List<UndecidedRules> all) {
        Map<UndecidedRules, List<Rule>> rules = new LinkedHashMap<>();
        all.forEach(each -> rules.computeIfAbsent(
                        new UndecidedRules(List.of(), each.place, each.because), key -> new ArrayList<>())
                .addAll(each.rules));
        return rules.entrySet().stream()
                .map(each -> new UndecidedRules(each.getValue(), each.getKey().place, each.getKey().because))
                .toList();
    }

    /** As findings, for who wants to pass only what was decided. */
    Stream<Finding> asFindings() {
        return rules.stream()
                .map(rule -> new Finding(rule.id(), place, "not decided: " + because, rule.why(), rule.fix()));
    }
}
