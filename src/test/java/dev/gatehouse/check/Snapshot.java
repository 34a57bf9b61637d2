package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.check.input.BicepCompiler;
import dev.gatehouse.check.input.Inputs;
import dev.gatehouse.check.input.Reading;
import dev.gatehouse.check.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of the project's snapshots, to be spoiled in one place. A resource is named by its type, or by the end of its name. */
final class Snapshot {
    static final Map<String, String> POLICIES = Map.of(
            "global", "Microsoft.ApiManagement/service/policies",
            "api", "Microsoft.ApiManagement/service/apis/policies",
            "operation", "Microsoft.ApiManagement/service/apis/operations/policies");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;

    private Snapshot(ObjectNode root) {
        this.root = root;
    }

    static Snapshot of(String name) {
        try {
            return new Snapshot((ObjectNode) JSON.readTree(Files.readString(file(name))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path file(String name) {
        return Path.of("infra", name + ".snapshot.json");
    }

    /** Sets what a pointer leads to, or adds to an array where it ends with "/-". */
    Snapshot set(String resource, String pointer, String json) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode parent = pointer.contains("/-")
                ? find(resource).at(path.head())
                : find(resource).withObject(path.head(), JsonNode.OverwriteMode.NONE, false);
        if (parent instanceof ArrayNode array) {
            array.add(parsed(json));
        } else {
            ((ObjectNode) parent).set(path.last().getMatchingProperty(), parsed(json));
        }
        return this;
    }

    Snapshot remove(String resource, String pointer) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode parent = find(resource).at(path.head());
        JsonNode removed = parent instanceof ArrayNode array
                ? array.remove(path.last().getMatchingIndex())
                : ((ObjectNode) parent).remove(path.last().getMatchingProperty());
        assertThat(removed).as(resource + " " + pointer).isNotNull();
        return this;
    }

    Snapshot drop(String resource) {
        ObjectNode found = find(resource);
        ArrayNode all = (ArrayNode) root.get("predictedResources");
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == found) {
                all.remove(i);
            }
        }
        return this;
    }

    Snapshot add(String json) {
        ((ArrayNode) root.get("predictedResources")).add(parsed(json));
        return this;
    }

    Snapshot output(String name, String value) {
        ((ObjectNode) root.get("outputs")).put(name, value);
        return this;
    }

    /** Replaces what a regular expression finds in a policy's text: global, api, or operation (the first one). */
    Snapshot policy(String scope, String pattern, String replacement) {
        ObjectNode properties = (ObjectNode) find(POLICIES.get(scope)).get("properties");
        String text = properties.get("value").asText();
        String spoiled = text.replaceAll(pattern, replacement);
        assertThat(spoiled).as("the pattern " + pattern + " finds something").isNotEqualTo(text);
        properties.set("value", TextNode.valueOf(spoiled));
        return this;
    }

    /** Checked as the command checks it, within a project with the same contract. */
    Report check(Path project) {
        try {
            Path contract = project.resolve("contract/security.json");
            Files.createDirectories(contract.getParent());
            Files.writeString(contract, Files.readString(Path.of("contract/security.json")));
            Files.writeString(project.resolve("spoiled.snapshot.json"), root.toPrettyString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Reading reading = new Inputs(project, new BicepCompiler(List.of())).read(List.of("spoiled.snapshot.json"));
        assertThat(reading.unreadable()).isEmpty();
        return new Checker(Rules.all()).check(reading.deployments());
    }

    JsonNode json() {
        return root;
    }

    private ObjectNode find(String resource) {
        for (JsonNode each : root.get("predictedResources")) {
            String type = each.path("type").asText().replaceFirst("@.*", "");
            if (type.equals(resource) || each.path("name").asText().endsWith("/" + resource)) {
                return (ObjectNode) each;
            }
        }
        throw new AssertionError("the snapshot has no " + resource);
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
