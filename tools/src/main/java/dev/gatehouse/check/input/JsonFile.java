package dev.gatehouse.check.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.SnapshotCommand;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.deployment.arm.Prediction;
import dev.gatehouse.deployment.arm.Prediction.PredictedResource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a deployment would create from JSON: a snapshot, or an ARM template. */
final class JsonFile {
    static final String SNAPSHOT = "predictedResources";

    private static final Pattern OPENED =
            Pattern.compile("start marker at \\[Source: .*?; line: (\\d+), column: (\\d+)]");
    private static final Pattern OPTIONS = Pattern.compile("(, from|: enable) `[^`]*`( to allow)?");

    /** Templates may have comments. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private JsonFile() {}

    /** The parser's message, without the names of its options. */
    private static String fault(JsonProcessingException noJson) {
        JsonLocation place = noJson.getLocation();
        String where = place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr();
        String what = OPENED.matcher(noJson.getOriginalMessage()).replaceAll("opened in line $1, column $2");
        return "is not valid JSON" + where + ": " + OPTIONS.matcher(what).replaceAll("");
    }

    /** Whether a text may be one of these, so that other JSON of a project is skipped. */
    static boolean mayBe(String text) {
        return text.contains('"' + SNAPSHOT + '"') || text.contains("eploymentTemplate.json");
    }

    /** A snapshot that lacks values is checked as far as possible. */
    private static InputReading snapshot(SourceFile source, Snapshot snapshot, Optional<Project> project) {
        return new InputReading(
                List.of(DeployedFile.of(source.place(), snapshot, project)),
                SnapshotCommand.missingName(snapshot).map(source::unreadable).stream()
                        .toList());
    }

    static InputReading read(SourceFile source, String text, Optional<Project> project) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return InputReading.of(source.unreadable(fault(noJson)));
        }
        if (Snapshot.is(json)) {
            return snapshot(source, new Snapshot(source.shown(), json), project);
        }
        if (Prediction.isTemplate(json)) {
            return template(source, json, project);
        }
        return InputReading.of(source.unreadable("is neither a snapshot (no " + SNAPSHOT
                + ") nor an ARM template (no $schema of deploymentTemplate.json)"));
    }

    /** As far as it is known before a deployment. */
    private static InputReading template(SourceFile source, JsonNode template, Optional<Project> project) {
        Prediction prediction = Prediction.of(template);
        List<DeployedResource> resources = prediction.resources().stream()
                .map(each -> resource(source, each))
                .toList();
        List<UnreadableFile> linked = prediction.linked().stream()
                .map(name -> source.unreadable("the linked template of the deployment '" + name
                        + "' is not in this file; check it separately"))
                .toList();
        return new InputReading(
                List.of(DeployedFile.of(
                        source.place(),
                        resources,
                        prediction.outputs(),
                        prediction.choices(),
                        prediction.secure(),
                        project)),
                linked);
    }

    /** Rules read the condition where a resource of a template has it. */
    private static DeployedResource resource(SourceFile source, PredictedResource predicted) {
        predicted.condition().ifPresent(condition -> ((ObjectNode) predicted.body())
                .put("condition", PartialText.unknown(condition).marked()));
        return new DeployedResource(
                source.place(), predicted.type(), "", predicted.name(), predicted.symbol(), predicted.body());
    }
}
