package dev.gatehouse.check.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.arm.Prediction;
import dev.gatehouse.arm.Text;
import dev.gatehouse.check.deployed.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An ARM template with everything nested in it, evaluated as far as it is known before a deployment. */
final class Template {
    private static final String DEPLOYMENT = "Microsoft.Resources/deployments";

    private final Source source;
    private final List<Resource> resources = new ArrayList<>();
    private final ObjectNode outputs = JsonNodeFactory.instance.objectNode();
    private final List<Unreadable> unreadable = new ArrayList<>();

    private Template(Source source) {
        this.source = source;
    }

    /** The outermost template's parameters are given when it is deployed: their defaults prove nothing. */
    static Template of(Source source, JsonNode template) {
        Template whole = new Template(source);
        Prediction prediction = new Prediction(template.path("variables"), Map.of());
        whole.add(template, prediction, "", Optional.empty());
        return whole;
    }

    /** What has the shape of a template, whichever version of the schema it names. */
    static boolean is(JsonNode json) {
        return json.path("$schema").asText().contains("eploymentTemplate.json")
                || (json.path("resources").isContainerNode() && json.has("contentVersion"));
    }

    List<Resource> resources() {
        return List.copyOf(resources);
    }

    JsonNode outputs() {
        return outputs;
    }

    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** @param condition on which the whole template is deployed; empty for none */
    private void add(JsonNode template, Prediction prediction, String module, Optional<String> condition) {
        JsonNode list = template.path("resources");
        if (list.isArray()) {
            list.forEach(resource -> add(resource, prediction, new Parent("", "", "", condition)));
        } else {
            list.properties()
                    .forEach(each -> add(each.getValue(), prediction, new Parent("", "", each.getKey(), condition)));
        }
        template.path("outputs")
                .properties()
                .forEach(output -> outputs.set(
                        module + output.getKey(),
                        prediction.of(output.getValue().path("value"))));
    }

    /** What a nested resource's type and name begin with, its own symbolic name, and what it hangs on. */
    private record Parent(String type, String name, String symbol, Optional<String> condition) {}

    private void add(JsonNode resource, Prediction prediction, Parent parent) {
        if (resource.path("existing").asBoolean() || isNever(resource, prediction)) {
            return;
        }
        String written = resource.path("type").asText().replaceFirst("@.*", "");
        String type = parent.type().isEmpty() || written.contains(".") ? written : parent.type() + "/" + written;
        String own = prediction.of(resource.path("name")).asText();
        String name = type.equals(written) ? own : parent.name() + "/" + own;
        ObjectNode body = resource.deepCopy();
        body.remove("resources");
        boolean isDeployment = type.equalsIgnoreCase(DEPLOYMENT);
        JsonNode known = prediction.of(isDeployment ? body.retain("condition", "copy") : body);
        Resource read = new Resource(source.place(), type, name, parent.symbol(), known);
        Optional<String> condition = read.condition().or(parent::condition);
        if (isDeployment) {
            nested(resource.path("properties"), prediction, name, condition);
            return;
        }
        condition.ifPresent(
                each -> ((ObjectNode) known).put("condition", Text.unknown(each).marked()));
        resources.add(read);
        resource.path("resources").forEach(child -> add(child, prediction, new Parent(type, name, "", condition)));
    }

    /** A condition that is false, or a loop over nothing. */
    private static boolean isNever(JsonNode resource, Prediction prediction) {
        return prediction.of(resource.path("condition")).asText().equalsIgnoreCase("false")
                || prediction.of(resource.path("copy").path("count")).asText().equals("0");
    }

    /** A template within a template sees its own parameters, or, when so told, its surroundings'. */
    private void nested(JsonNode deployment, Prediction outer, String name, Optional<String> condition) {
        JsonNode template = deployment.path("template");
        if (template.isMissingNode()) {
            unreadable.add(source.unreadable("the linked template of the deployment '" + new Text(name).shown()
                    + "' is not in this file; check it on its own"));
            return;
        }
        boolean inner = deployment
                .path("expressionEvaluationOptions")
                .path("scope")
                .asText()
                .equalsIgnoreCase("inner");
        add(template, inner ? inner(deployment, template, outer) : outer, new Text(name).shown() + "/", condition);
    }

    private static Prediction inner(JsonNode deployment, JsonNode template, Prediction outer) {
        Map<String, JsonNode> parameters = new HashMap<>();
        template.path("parameters").properties().forEach(parameter -> {
            JsonNode given = deployment.path("parameters").path(parameter.getKey());
            if (given.has("value")) {
                parameters.put(parameter.getKey(), outer.of(given.get("value")));
            } else if (given.isMissingNode() && parameter.getValue().has("defaultValue")) {
                parameters.put(
                        parameter.getKey(),
                        new Prediction().of(parameter.getValue().get("defaultValue")));
            }
        });
        return new Prediction(template.path("variables"), parameters);
    }
}
