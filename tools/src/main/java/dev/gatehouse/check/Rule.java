package dev.gatehouse.check;

import dev.gatehouse.check.deployed.DeployedFile;

/**
 * A mistake that no deployment should contain.
 *
 * @param id the mistake's name, a heading in docs/checks.md
 * @param why what the mistake allows, and where that is documented
 * @param fix what to do about it
 */
public record Rule(String id, String why, String fix, Inspection check) {

    /** Looks for the mistake. */
    public interface Inspection {
        void of(DeployedFile deployed, FindingCollector notes);
    }
}
