package dev.gatehouse.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.redaction.Redaction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A JSON file exported from Azure. Its values may be secret: no message repeats them. */
public record Exported(String name, JsonNode content) {
    /** @throws UnreadableInput when the file does not exist or is not JSON */
    public static Exported read(Path file) {
        String name = GivenText.name(file);
        return new Exported(name, GivenJson.read(name, GivenText.read(file)));
    }

    /**
     * App settings: {@code local.settings.json}, the output of {@code az functionapp config appsettings list}, or
     * the properties of the resource.
     */
    public Map<String, String> appSettings() {
        if (content.path("IsEncrypted").asBoolean()) {
            throw new UnreadableInput(name + " is encrypted (IsEncrypted is true); run: func settings decrypt");
        }
        if (content.path("Values").isObject()) {
            return texts(content.path("Values"));
        }
        if (content.isArray()) {
            return named("name", content);
        }
        JsonNode properties = content.path("properties");
        JsonNode listed = Stream.of(properties.at("/siteConfig/appSettings"), content.path("appSettings"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(properties);
        if (listed.isArray()) {
            return named("name", listed);
        }
        if (properties.isObject()) {
            return texts(properties);
        }
        if (isPlain(content)) {
            return texts(content);
        }
        throw new UnreadableInput(name + ": expected {\"Values\": {...}} as in local.settings.json, or the output of"
                + " 'az functionapp config appsettings list'");
    }

    /** Whether these are settings of a laptop, {@code local.settings.json}. */
    public boolean isLocal() {
        return content.path("Values").isObject();
    }

    /** Named values from {@code az apim nv list}; secret ones have no value in its output and are left out. */
    public Map<String, String> namedValues() {
        JsonNode list = content.path("value").isArray() ? content.path("value") : content;
        if (!list.isArray()) {
            throw new UnreadableInput(name + ": expected the output of 'az apim nv list'");
        }
        return named("displayName", list);
    }

    /** Names and texts, as PowerShell's Get-AzFunctionAppSetting writes them. */
    private static boolean isPlain(JsonNode content) {
        return content.isObject()
                && content.properties().stream()
                        .allMatch(member -> member.getValue().isTextual()
                                || member.getValue().isNull())
                && content.properties().stream().anyMatch(member -> member.getKey()
                        .matches("(?i)(FUNCTIONS?_|AzureWebJobs|GATEHOUSE_|WEBSITE).*"));
    }

    private Map<String, String> named(String by, JsonNode list) {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode entry : list) {
            JsonNode each = entry.has(by) || !entry.path("properties").isObject() ? entry : entry.path("properties");
            if (!each.path(by).isTextual()) {
                throw new UnreadableInput(name + ": an entry of the list has no " + by);
            }
            if (each.path("value").isTextual()
                    && values.put(each.path(by).asText(), each.path("value").asText()) != null) {
                throw new UnreadableInput(
                        name + ": " + Redaction.of(each.path(by).asText()) + " is a duplicate entry in the list");
            }
        }
        return values;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** The name only. */
    @Override
    public String toString() {
        return name;
    }
}
