package dev.gatehouse.check.report;

import dev.gatehouse.check.Finding;
import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.source.Spot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finding with the place that a person can open, and what has become of it.
 *
 * @param context the resource and the value, where the place alone does not say it
 * @param also where else the same mistake was read, such as a snapshot that deploys the policy
 * @param suppressed empty for one that is not
 * @param isKnown whether the baseline has it
 */
public record Reported(
        Finding finding, Spot spot, String context, List<Spot> also, Optional<Suppressed> suppressed, boolean isKnown) {

    /** @param isInSource or in the configuration */
    public record Suppressed(String reason, boolean isInSource) {}

    public Reported {
        also = List.copyOf(also);
    }

    public static Reported of(Finding finding, Spot spot, String context) {
        return new Reported(finding, spot, context, List.of(), Optional.empty(), false);
    }

    Reported alsoAt(Spot other) {
        return other.equals(spot) || also.contains(other)
                ? this
                : new Reported(
                        finding,
                        spot,
                        context,
                        Stream.concat(also.stream(), Stream.of(other)).toList(),
                        suppressed,
                        isKnown);
    }

    public Reported suppressed(Suppressed by) {
        return new Reported(finding, spot, context, also, Optional.of(by), isKnown);
    }

    public Reported known() {
        return new Reported(finding, spot, context, also, suppressed, true);
    }

    /** Whether somebody has yet to decide about it. */
    public boolean isOpen() {
        return suppressed.isEmpty() && !isKnown;
    }

    public FindingSeverity severity() {
        return finding.severity();
    }

    /** What stays the same when lines move; several findings may have the same. */
    public List<String> identity() {
        return List.of(finding.rule(), context, finding.found());
    }
}
