package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of one layer for the token.
 *
 * @param seen whether the token reaches that layer
 * @param note further information; may be empty
 */
public record LayerReport(Layer layer, boolean seen, String note, List<RuleReport> rules) {
    public LayerReport {
        rules = once(rules);
    }

    static LayerReport of(Layer layer, List<RuleReport> rules) {
        return new LayerReport(layer, true, "", rules);
    }

    /** Each rule once: where several checks belong to one, the first that does not pass, else the first. */
    private static List<RuleReport> once(List<RuleReport> rules) {
        Map<String, RuleReport> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.merge(rule.rule(), rule, LayerReport::worse));
        return List.copyOf(byName.values());
    }

    private static RuleReport worse(RuleReport one, RuleReport other) {
        return one.result().isPassed() && !other.result().isPassed() ? other : one;
    }

    static LayerReport unseen(Layer layer, String why) {
        return new LayerReport(layer, false, why, List.of());
    }

    /** Empty if a rule is undecided and no rule refuses, or if the layer does not see the token. */
    public Optional<Boolean> admitted() {
        if (!seen) {
            return Optional.empty();
        }
        if (rules.stream().anyMatch(RuleReport::isRefused)) {
            return Optional.of(false);
        }
        return rules.stream().allMatch(rule -> rule.passed().isPresent()) ? Optional.of(true) : Optional.empty();
    }

    /** The rule that would refuse a call. */
    public Optional<RuleReport> firstRefused() {
        return rules.stream().filter(RuleReport::isRefused).findFirst();
    }
}
