package dev.gatehouse.check;

import java.util.List;

/** The outcome of a check. */
public record Report(List<Finding> findings, List<Undecided> undecided) {
    public Report {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }
}
