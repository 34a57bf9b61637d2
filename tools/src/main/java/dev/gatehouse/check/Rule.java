package dev.gatehouse.check;

import dev.gatehouse.check.deployed.DeployedFile;

/**
 * A mistake that no deployment should contain.
 *
 * @param id the mistake's name, a heading in docs/checks.md
 * @param why what the mistake allows, and where that is documented
 * @param fix what to do about it
 * @param severity how grave it is
 * @param isOn whether it is looked for without being asked for
 */
public record Rule(String id, String why, String fix, Inspection check, FindingSeverity severity, boolean isOn) {

    /** A grave one, that is looked for. */
    public Rule(String id, String why, String fix, Inspection check) {
        this(id, why, fix, check, FindingSeverity.ERROR, true);
    }

    public Rule with(FindingSeverity other) {
        return new Rule(id, why, fix, check, other, isOn);
    }

    public Rule offByDefault() {
        return new Rule(id, why, fix, check, severity, false);
    }

    /** Looks for the mistake. */
    public interface Inspection {
        void of(DeployedFile deployed, FindingCollector notes);
    }
}
