package dev.gatehouse.check;

import java.util.List;
import java.util.stream.Stream;

/** The outcome of a check. */
public record Report(List<Finding> findings, List<Undecided> undecided) {
    public Report {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }

    /** The same, with everything that could not be decided among the findings. */
    public Report strict() {
        return new Report(
                Stream.concat(findings.stream(), undecided.stream().flatMap(Undecided::asFindings))
                        .toList(),
                List.of());
    }
}
