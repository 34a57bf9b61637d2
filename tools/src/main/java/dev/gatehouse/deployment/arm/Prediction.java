package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a template with everything nested in it would deploy, as far as it is known before the deployment.
 *
 * @param outputs of the template, by their names, and of those nested in it, by the deployments' names and theirs
 * @param linked the deployments whose template is not in the file
 */
public record Prediction(List<PredictedResource> resources, ObjectNode outputs, List<String> linked) {
    public Prediction {
        resources = List.copyOf(resources);
        linked = List.copyOf(linked);
    }

    /** What has the shape of a template, whichever version of the schema it names. */
    public static boolean isTemplate(JsonNode json) {
        return json.path("$schema").asText().contains("eploymentTemplate.json")
                || (json.path("resources").isContainerNode() && json.has("contentVersion"));
    }

    public static Prediction of(JsonNode template) {
        return PredictedTemplate.outermost(template).prediction();
    }
}
