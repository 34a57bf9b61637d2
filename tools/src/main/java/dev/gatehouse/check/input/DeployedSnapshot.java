package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.arm.Evaluation;
import java.util.Optional;

/** What a snapshot deploys. */
public final class DeployedSnapshot {
    private DeployedSnapshot() {}

    public static DeployedFile of(Location file, Snapshot snapshot, Optional<Project> project) {
        return DeployedFile.of(
                file,
                snapshot.predicted(),
                Evaluation.beforeDeployment().of(snapshot.content().path("outputs")),
                project);
    }
}
