package dev.gatehouse.check;

import java.util.List;
import java.util.stream.Stream;

/** The outcome of a check. */
public record CheckFindings(List<Finding> findings, List<UndecidedRules> undecided) {
    public CheckFindings {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }

    /** The same, with everything that could not be decided among the findings. */
    public CheckFindings strict() {
        return new CheckFindings(
                Stream.concat(findings.stream(), undecided.stream().flatMap(UndecidedRules::asFindings))
                        .toList(),
                List.of());
    }
}
