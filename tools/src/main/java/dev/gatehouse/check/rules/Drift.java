package dev.gatehouse.check.rules;

import dev.gatehouse.check.Checker;
import dev.gatehouse.check.Finding;
import dev.gatehouse.check.deployed.DeployedFile;
import java.util.List;
import java.util.stream.Stream;

/** Differences between a deployment and its project's current contract and policy files. */
public final class Drift {
    private static final Checker CHECKER = new Checker(
            Stream.concat(ContractRules.ALL.stream(), Stream.of(VersionRules.OF_CONTRACT, EasyAuthRules.EXCLUDED_PATHS))
                    .toList());

    private Drift() {}

    /** The differences. What cannot be decided counts as one. */
    public static List<Finding> of(DeployedFile deployed) {
        return CHECKER.check(List.of(deployed)).strict().findings();
    }
}
