package dev.gatehouse.check.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.arm.PredictedResource;
import dev.gatehouse.arm.Prediction;
import dev.gatehouse.arm.Text;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.check.deployed.Resource;
import java.util.List;
import java.util.Optional;

/** What an ARM template deploys, as far as it is known before a deployment. */
final class Template {
    private Template() {}

    static Reading read(Source source, JsonNode template, Optional<Project> project) {
        Prediction prediction = Prediction.of(template);
        List<Resource> resources = prediction.resources().stream()
                .map(each -> resource(source, each))
                .toList();
        List<Unreadable> linked = prediction.linked().stream()
                .map(name -> source.unreadable("the linked template of the deployment '" + name
                        + "' is not in this file; check it on its own"))
                .toList();
        return new Reading(List.of(Deployed.of(source.place(), resources, prediction.outputs(), project)), linked);
    }

    /** Rules read the condition where a resource of a template has it. */
    private static Resource resource(Source source, PredictedResource predicted) {
        predicted.condition().ifPresent(condition -> ((ObjectNode) predicted.body())
                .put("condition", Text.unknown(condition).marked()));
        return new Resource(source.place(), predicted.type(), predicted.name(), predicted.symbol(), predicted.body());
    }
}
