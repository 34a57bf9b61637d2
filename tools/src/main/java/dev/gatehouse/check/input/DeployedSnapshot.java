package dev.gatehouse.check.input;

import dev.gatehouse.arm.Evaluation;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Place;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.local.deployment.Snapshot;
import java.util.List;
import java.util.Optional;

/** What a snapshot deploys. */
public final class DeployedSnapshot {
    private DeployedSnapshot() {}

    public static Deployed of(Place file, Snapshot snapshot, Optional<Project> project) {
        Evaluation evaluation = Evaluation.beforeDeployment();
        List<Resource> resources = snapshot.resources().stream()
                .map(each -> new Resource(file, each.type(), each.called(), "", evaluation.of(each.body())))
                .toList();
        return Deployed.of(file, resources, evaluation.of(snapshot.content().path("outputs")), project);
    }
}
