package dev.gatehouse.check.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.check.deployed.Project;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.SnapshotCommand;
import dev.gatehouse.deployment.arm.Prediction;
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
                List.of(DeployedSnapshot.of(source.place(), snapshot, project)),
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
            return ArmTemplate.read(source, json, project);
        }
        return InputReading.of(source.unreadable("is neither a snapshot (no " + SNAPSHOT
                + ") nor an ARM template (no $schema of deploymentTemplate.json)"));
    }
}
