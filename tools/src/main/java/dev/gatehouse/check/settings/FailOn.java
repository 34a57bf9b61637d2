package dev.gatehouse.check.settings;

import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.report.CheckReport;
import java.util.Optional;

/** How grave a finding must be to let a build fail. */
public enum FailOn {
    ERROR(Optional.of(FindingSeverity.ERROR)),
    WARNING(Optional.of(FindingSeverity.WARNING)),
    NOTE(Optional.of(FindingSeverity.NOTE)),
    NEVER(Optional.empty());

    private final Optional<FindingSeverity> least;

    FailOn(Optional<FindingSeverity> least) {
        this.least = least;
    }

    public boolean isReachedBy(CheckReport report) {
        return least.filter(
                        limit -> report.open().anyMatch(each -> each.severity().isAtLeast(limit)))
                .isPresent();
    }
}
