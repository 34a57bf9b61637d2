package dev.gatehouse.check.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.FunctionFile;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.check.source.BicepSource;
import dev.gatehouse.check.source.JsonSource;
import dev.gatehouse.check.source.SourceText;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.SnapshotCommand;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.deployment.arm.Prediction;
import dev.gatehouse.deployment.arm.Prediction.PredictedResource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a deployment would create, or has created, from JSON: a snapshot, an ARM template, an export. */
record JsonFile(SourceFile source, Optional<Project> project, AzExports exports) {
    static final String SNAPSHOT = "predictedResources";

    private static final Pattern OPENED =
            Pattern.compile("start marker at \\[Source: .*?; line: (\\d+), column: (\\d+)]");
    private static final Pattern OPTIONS = Pattern.compile("(, from|: enable) `[^`]*`( to allow)?");

    /** Templates may have comments. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    /** The parser's message, without the names of its options. */
    private static String fault(JsonProcessingException noJson) {
        JsonLocation place = noJson.getLocation();
        String where = place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr();
        String what = OPENED.matcher(noJson.getOriginalMessage()).replaceAll("opened in line $1, column $2");
        return "is not valid JSON" + where + ": " + OPTIONS.matcher(what).replaceAll("");
    }

    /** Whether a text may be one of these, so that other JSON of a project is skipped. */
    static boolean mayBe(String text) {
        return text.contains('"' + SNAPSHOT + '"')
                || text.contains("eploymentTemplate.json")
                || FunctionFile.mayBe(text)
                || AzExports.mayBe(text);
    }

    InputReading read(String text, boolean inFolder) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return InputReading.of(source.unreadable(fault(noJson)));
        }
        if (source.name().equals(FunctionFile.NAME) && FunctionFile.mayBe(text)) {
            return InputReading.of(
                    FunctionFile.of(source.place(), source.folder(), json), new JsonSource(source.shown(), text));
        }
        if (Snapshot.is(json)) {
            return snapshot(new Snapshot(source.shown(), json), text);
        }
        if (Prediction.isTemplate(json)) {
            return template(WrittenPlaces.marked(json), new JsonSource(source.shown(), text));
        }
        if (exports.add(source, json, text) || inFolder) {
            return InputReading.nothing();
        }
        return InputReading.of(source.unreadable("is neither a snapshot (no " + SNAPSHOT
                + ") nor an ARM template (no $schema of deploymentTemplate.json) nor resources that az exported (no id"
                + " with a type of Microsoft's)"));
    }

    /** A snapshot that lacks values is checked as far as possible. */
    private InputReading snapshot(Snapshot snapshot, String text) {
        return InputReading.of(DeployedFile.of(source.place(), snapshot, project), new JsonSource(source.shown(), text))
                .and(InputReading.unreadable(SnapshotCommand.missingName(snapshot).map(source::unreadable).stream()
                        .toList()));
    }

    /** What a Bicep file was compiled to. */
    InputReading compiled(String text) {
        try {
            JsonNode template = JSON.readTree(text);
            return template(WrittenPlaces.marked(template), new BicepSource(source.file(), source.shown(), template));
        } catch (JsonProcessingException noJson) {
            return notCompiled(noJson);
        }
    }

    /**
     * A template with its parameters.
     *
     * @param text as {@code bicep build-params --stdout} prints it
     * @param bicep the file of the template
     */
    InputReading withParameters(String text, SourceFile bicep) {
        try {
            JsonNode printed = JSON.readTree(text);
            JsonNode template = JSON.readTree(printed.path("templateJson").asText("{}"));
            JsonNode parameters = JSON.readTree(printed.path("parametersJson").asText("{}"));
            return template(
                    GivenParameters.in(WrittenPlaces.marked(template), parameters),
                    new BicepSource(bicep.file(), bicep.shown(), template));
        } catch (JsonProcessingException noJson) {
            return notCompiled(noJson);
        }
    }

    private InputReading notCompiled(JsonProcessingException noJson) {
        return InputReading.of(source.unreadable("was compiled, but the result " + fault(noJson)));
    }

    /** As far as it is known before a deployment. */
    private InputReading template(JsonNode template, SourceText text) {
        Prediction prediction = Prediction.of(template);
        List<DeployedResource> resources =
                prediction.resources().stream().map(this::resource).toList();
        List<UnreadableFile> linked = prediction.linked().stream()
                .map(name -> source.unreadable("the linked template of the deployment '" + name
                        + "' is not in this file; check it separately"))
                .toList();
        DeployedFile deployed = DeployedFile.of(
                source.place(), resources, prediction.outputs(), prediction.choices(), prediction.secure(), project);
        return InputReading.of(deployed, text).and(InputReading.skipped(linked));
    }

    /** Rules read the condition where a resource of a template has it. */
    private DeployedResource resource(PredictedResource predicted) {
        ObjectNode body = (ObjectNode) predicted.body();
        JsonPointer written = WrittenPlaces.taken(body);
        predicted
                .condition()
                .ifPresent(condition ->
                        body.put("condition", PartialText.unknown(condition).marked()));
        return new DeployedResource(
                source.place().from(written), predicted.type(), "", predicted.name(), predicted.symbol(), body);
    }
}
