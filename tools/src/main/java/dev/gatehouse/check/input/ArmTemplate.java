package dev.gatehouse.check.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.deployment.arm.PredictedResource;
import dev.gatehouse.deployment.arm.Prediction;
import java.util.List;
import java.util.Optional;

/** What an ARM template deploys, as far as it is known before a deployment. */
final class ArmTemplate {
    private ArmTemplate() {}

    static InputReading read(SourceFile source, JsonNode template, Optional<Project> project) {
        Prediction prediction = Prediction.of(template);
        List<DeployedResource> resources = prediction.resources().stream()
                .map(each -> resource(source, each))
                .toList();
        List<UnreadableFile> linked = prediction.linked().stream()
                .map(name -> source.unreadable("the linked template of the deployment '" + name
                        + "' is not in this file; check it separately"))
                .toList();
        return new InputReading(
                List.of(DeployedFile.of(source.place(), resources, prediction.outputs(), project)), linked);
    }

    /** Rules read the condition where a resource of a template has it. */
    private static DeployedResource resource(SourceFile source, PredictedResource predicted) {
        predicted.condition().ifPresent(condition -> ((ObjectNode) predicted.body())
                .put("condition", PartialText.unknown(condition).marked()));
        return new DeployedResource(
                source.place(), predicted.type(), "", predicted.name(), predicted.symbol(), predicted.body());
    }
}
