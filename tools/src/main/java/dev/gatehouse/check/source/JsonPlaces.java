package dev.gatehouse.check.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Where a value of a JSON text is, with the values in it.
 *
 * @param start of the value with its name
 * @param value the start of the value itself
 * @param end behind the value
 * @param members by name, or by index
 */
record JsonPlaces(int start, int value, int end, Map<String, JsonPlaces> members) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    /** @param text that has been read as JSON before */
    static JsonPlaces of(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return read(parser, offset(parser));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static JsonPlaces read(JsonParser parser, int start) throws IOException {
        int value = offset(parser);
        Map<String, JsonPlaces> members = Map.of();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int from = offset(parser);
                parser.nextToken();
                members.put(name, read(parser, from));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                members.put(String.valueOf(members.size()), read(parser, offset(parser)));
            }
        } else {
            parser.finishToken();
        }
        return new JsonPlaces(start, value, (int) parser.currentLocation().getCharOffset(), members);
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** The value at a pointer (RFC 6901). */
    Optional<JsonPlaces> at(JsonPointer pointer) {
        return pointer.matches()
                ? Optional.of(this)
                : Optional.ofNullable(members.get(pointer.getMatchingProperty()))
                        .flatMap(member -> member.at(pointer.tail()));
    }

    /** The value at a pointer, or the nearest that contains it. */
    JsonPlaces nearest(JsonPointer pointer) {
        JsonPlaces member = pointer.matches() ? null : members.get(pointer.getMatchingProperty());
        return member == null ? this : member.nearest(pointer.tail());
    }

    /** Each object in it, at any depth, that has a member of a name. */
    void with(String name, BiConsumer<JsonPlaces, JsonPlaces> found) {
        Optional.ofNullable(members.get(name)).ifPresent(member -> found.accept(this, member));
        members.values().forEach(each -> each.with(name, found));
    }
}
