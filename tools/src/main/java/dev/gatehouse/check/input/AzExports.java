package dev.gatehouse.check.input;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.source.JsonSource;
import dev.gatehouse.check.source.SourceText;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.arm.Choices;
import dev.gatehouse.deployment.arm.PartialText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deployed resources as {@code az resource show}, {@code az rest} and the commands of single services print them. They are
 * one deployment together: what one file lacks, another has.
 */
final class AzExports {
    private static final Pattern TYPE = Pattern.compile("(?i)Microsoft\\.\\w+(?:/\\w+)+");
    private static final Pattern ID = Pattern.compile("(?i)/subscriptions/.*/providers/(Microsoft\\.[^/]+)/(.+)");

    private final List<DeployedResource> resources = new ArrayList<>();
    private final Map<String, SourceText> sources = new LinkedHashMap<>();

    static boolean mayBe(String text) {
        return text.contains("\"/subscriptions/") && text.contains("\"type\"") && text.contains("\"Microsoft.");
    }

    boolean isEmpty() {
        return resources.isEmpty();
    }

    /** Whether a file is such an export: a resource, a list of them, or an answer with such a list. */
    boolean add(SourceFile source, JsonNode json, String text) {
        JsonPointer at = json.path("value").isArray() ? JsonPointer.valueOf("/value") : JsonPointer.empty();
        JsonNode list = json.at(at);
        List<DeployedResource> found = new ArrayList<>();
        if (!list.isArray()) {
            resource(source, json, at).ifPresent(found::add);
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            resource(source, list.path(i), at.appendIndex(i)).ifPresent(found::add);
        }
        if (found.isEmpty() || list.isArray() && found.size() < list.size()) {
            return false;
        }
        resources.addAll(found);
        sources.put(source.shown(), new JsonSource(source.shown(), text));
        return true;
    }

    InputReading reading() {
        if (resources.isEmpty()) {
            return InputReading.nothing();
        }
        DeployedFile together = DeployedFile.of(
                Location.of(resources.get(0).file().file()),
                resources,
                MissingNode.getInstance(),
                new Choices(),
                Set.of(),
                Optional.empty());
        return new InputReading(List.of(together), sources, List.of(), List.of());
    }

    private static Optional<DeployedResource> resource(SourceFile source, JsonNode json, JsonPointer at) {
        String type = json.path("type").asText();
        String id = json.path("id").asText();
        Matcher parts = ID.matcher(id);
        if (!TYPE.matcher(type).matches() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new DeployedResource(
                source.place().from(at), type, id, name(parts.group(2)), "", body((ObjectNode) json)));
    }

    /** Every second part of what follows the namespace. */
    private static String name(String path) {
        String[] parts = path.split("/", -1);
        List<String> names = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 2) {
            names.add(parts[i]);
        }
        return String.join("/", names);
    }

    /** The commands of single services leave out the level {@code properties}. */
    private static JsonNode body(ObjectNode json) {
        ObjectNode known = (ObjectNode) known(json);
        if (known.path("properties").isObject()) {
            return known;
        }
        ObjectNode body = known.deepCopy();
        body.set("properties", known);
        return body;
    }

    /** An export has null for much that it does not show. */
    private static JsonNode known(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.isNull()) {
            return nodes.textNode(PartialText.unknown("null in the export").marked());
        }
        if (value.isObject()) {
            ObjectNode object = nodes.objectNode();
            value.properties().forEach(each -> object.set(each.getKey(), known(each.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = nodes.arrayNode();
            value.forEach(each -> array.add(known(each)));
            return array;
        }
        return value;
    }
}
