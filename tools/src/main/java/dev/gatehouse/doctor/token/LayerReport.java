package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import java.util.List;
import java.util.Optional;

/**
 * What a layer says of the token.
 *
 * @param seen whether the token gets to that layer at all
 * @param note what else there is to know; may be empty
 */
public record LayerReport(Layer layer, boolean seen, String note, List<RuleReport> rules) {
    public LayerReport {
        rules = List.copyOf(rules);
    }

    static LayerReport of(Layer layer, List<RuleReport> rules) {
        return new LayerReport(layer, true, "", rules);
    }

    static LayerReport unseen(Layer layer, String why) {
        return new LayerReport(layer, false, why, List.of());
    }

    /** Empty where a rule is undecided and none refuses, and where the layer does not see the token. */
    public Optional<Boolean> admitted() {
        if (!seen) {
            return Optional.empty();
        }
        if (rules.stream().anyMatch(RuleReport::isRefused)) {
            return Optional.of(false);
        }
        return rules.stream().allMatch(rule -> rule.passed().isPresent()) ? Optional.of(true) : Optional.empty();
    }

    /** The rule that a call would be refused by. */
    public Optional<RuleReport> firstRefused() {
        return rules.stream().filter(RuleReport::isRefused).findFirst();
    }
}
