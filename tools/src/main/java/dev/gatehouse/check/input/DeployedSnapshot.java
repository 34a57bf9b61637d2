package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.DeployedResource;
import dev.gatehouse.check.deployed.Location;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.arm.Evaluation;
import java.util.List;
import java.util.Optional;

/** What a snapshot deploys. */
public final class DeployedSnapshot {
    private DeployedSnapshot() {}

    public static DeployedFile of(Location file, Snapshot snapshot, Optional<Project> project) {
        Evaluation evaluation = Evaluation.beforeDeployment();
        List<DeployedResource> resources = snapshot.resources().stream()
                .map(each -> new DeployedResource(file, each.type(), each.called(), "", evaluation.of(each.body())))
                .toList();
        return DeployedFile.of(file, resources, evaluation.of(snapshot.content().path("outputs")), project);
    }
}
