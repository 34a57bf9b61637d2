package dev.gatehouse.check.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.check.arm.Evaluator;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a deployment would create from JSON: a snapshot, or an ARM template. */
final class JsonFile {
    static final String SNAPSHOT = "predictedResources";

    /** Templates may have comments. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private JsonFile() {}

    /** Whether a text may be one of these, so that other JSON of a project is left alone. */
    static boolean mayBe(String text) {
        return text.contains('"' + SNAPSHOT + '"') || text.contains("eploymentTemplate.json");
    }

    static Reading read(Source source, String text, Optional<Contract> contract) {
        JsonNode json;
        try {
            json = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JsonProcessingException noJson) {
            var place = noJson.getLocation();
            String where = place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr();
            return Reading.of(source.unreadable("is no JSON" + where + ": " + noJson.getOriginalMessage()));
        }
        if (json.path(SNAPSHOT).isArray()) {
            return Reading.of(Deployed.of(source.place(), snapshot(source, json), outputs(json), contract));
        }
        if (Template.is(json)) {
            Template template = Template.of(source, json);
            return new Reading(
                    List.of(Deployed.of(source.place(), template.resources(), template.outputs(), contract)),
                    template.unreadable());
        }
        return Reading.of(source.unreadable("is neither a snapshot (no " + SNAPSHOT
                + ") nor an ARM template (no $schema of deploymentTemplate.json)"));
    }

    private static List<Resource> snapshot(Source source, JsonNode json) {
        List<Resource> resources = new ArrayList<>();
        Evaluator evaluator = new Evaluator();
        json.path(SNAPSHOT).forEach(resource -> {
            String type = resource.path("type").asText().replaceFirst("@.*", "");
            JsonNode body = evaluator.evaluate(resource);
            String name = body.path("name")
                    .asText(body.path("properties").path("uniqueName").asText());
            resources.add(new Resource(source.place(), type, name, "", body));
        });
        return resources;
    }

    private static JsonNode outputs(JsonNode json) {
        return new Evaluator().evaluate(json.path("outputs"));
    }
}
