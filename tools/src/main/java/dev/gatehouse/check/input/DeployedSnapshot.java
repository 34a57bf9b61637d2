package dev.gatehouse.check.input;

import dev.gatehouse.arm.Prediction;
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
        Prediction prediction = new Prediction();
        List<Resource> resources = snapshot.resources().stream()
                .map(each -> each.with(prediction::of))
                .map(each -> new Resource(file, each.type(), each.called(), "", each.body()))
                .toList();
        return Deployed.of(file, resources, prediction.of(snapshot.content().path("outputs")), project);
    }
}
