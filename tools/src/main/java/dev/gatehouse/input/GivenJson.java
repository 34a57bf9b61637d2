package dev.gatehouse.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON from outside the project. Its values may be secret: no message repeats them. */
public final class GivenJson {
    private static final int DEEPEST = 64;

    /** Allows the comments and trailing commas that Functions Core Tools accept in {@code local.settings.json}. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GivenJson() {}

    /**
     * Reads the whole text.
     *
     * @param name of the text in messages
     * @throws UnreadableInput when it is not JSON, is nested deeper than 64 levels, or has a duplicate name
     */
    public static JsonNode read(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new UnreadableInput(name + where(malformed.getLocation()) + ": " + what(malformed));
        }
    }

    /** Empty when the text is not a JSON object or array. */
    public static Optional<JsonNode> container(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException none) {
            return Optional.empty();
        }
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr();
    }

    private static String what(JsonProcessingException malformed) {
        String said = String.valueOf(malformed.getOriginalMessage());
        if (said.startsWith("Duplicate")) {
            return "duplicate name";
        }
        return said.contains("nesting depth") ? "is nested deeper than " + DEEPEST + " levels" : "is not JSON";
    }
}
