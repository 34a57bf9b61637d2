package dev.gatehouse.check.report;

import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.UndecidedRules;
import dev.gatehouse.check.input.InputReading;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of a check as it is shown.
 *
 * @param rules that were looked for
 * @param findings in the order of files and lines; those that are suppressed or known, too
 */
public record CheckReport(
        List<Rule> rules, List<Reported> findings, List<UndecidedRules> undecided, InputReading reading) {
    public CheckReport {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }

    /** Those that somebody has yet to decide about. */
    public Stream<Reported> open() {
        return findings.stream().filter(Reported::isOpen);
    }

    long open(FindingSeverity severity) {
        return open().filter(each -> each.severity() == severity).count();
    }

    long suppressed() {
        return findings.stream().filter(each -> each.suppressed().isPresent()).count();
    }

    long known() {
        return findings.stream()
                .filter(each -> each.isKnown() && each.suppressed().isEmpty())
                .count();
    }
}
