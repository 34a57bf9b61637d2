package dev.gatehouse.doctor.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.token.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON file that somebody has exported from Azure. Its values may be secret: no message repeats one. */
public record Exported(String name, JsonNode content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws UnreadableInput when there is none, or it is no JSON */
    public static Exported read(Path file) {
        String name = Redaction.of(String.valueOf(file.getFileName())); // a token may be given in a file's place
        try {
            return new Exported(name, JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            throw new UnreadableInput(name + " is not there");
        } catch (JsonProcessingException malformed) {
            throw new UnreadableInput(name + ", line " + malformed.getLocation().getLineNr() + ": is not JSON");
        } catch (IOException unreadable) {
            throw new UnreadableInput(name + " cannot be read");
        }
    }

    /**
     * App settings: {@code local.settings.json}, or the list that {@code az functionapp config appsettings list} prints, or
     * the properties of the resource.
     */
    public Map<String, String> appSettings() {
        if (content.path("Values").isObject()) {
            return texts(content.path("Values"));
        }
        if (content.isArray()) {
            return named("name");
        }
        if (content.path("properties").isObject()) {
            return texts(content.path("properties"));
        }
        throw new UnreadableInput(name + ": expected {\"Values\": {...}} as in local.settings.json, or the list that"
                + " 'az functionapp config appsettings list' prints");
    }

    /** Named values as {@code az apim nv list} prints them; secret ones have no value there and are left out. */
    public Map<String, String> namedValues() {
        if (!content.isArray()) {
            throw new UnreadableInput(name + ": expected the list that 'az apim nv list' prints");
        }
        return named("displayName");
    }

    private Map<String, String> named(String by) {
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode each : content) {
            if (!each.path(by).isTextual()) {
                throw new UnreadableInput(name + ": an entry of the list has no " + by);
            }
            if (each.path("value").isTextual()) {
                values.put(each.path(by).asText(), each.path("value").asText());
            }
        }
        return values;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** The name only. */
    @Override
    public String toString() {
        return name;
    }
}
