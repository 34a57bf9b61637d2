package dev.gatehouse.check.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A template whose parameters have values: what is nested in another with them. */
final class GivenParameters {
    private static final String SCHEMA =
            "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    private GivenParameters() {}

    /** @param parameters a file of parameters in JSON */
    static JsonNode in(JsonNode template, JsonNode parameters) {
        ObjectNode outer = JsonNodeFactory.instance.objectNode();
        outer.put("$schema", SCHEMA).put("contentVersion", "1.0.0.0");
        ObjectNode properties = outer.putArray("resources")
                .addObject()
                .put("type", "Microsoft.Resources/deployments")
                .put("name", "main")
                .putObject("properties");
        properties.putObject("expressionEvaluationOptions").put("scope", "inner");
        properties.set("parameters", parameters.path("parameters"));
        properties.set("template", template);
        return outer;
    }
}
