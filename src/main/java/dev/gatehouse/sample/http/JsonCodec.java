package dev.gatehouse.sample.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON with jackson-jr: jackson-databind would take a cold worker a quarter of a second to load. */
public final class JsonCodec {
    private static final JSON LIBRARY = JSON.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(JSON.Feature.WRITE_RECORD_FIELDS_IN_DECLARATION_ORDER)
            .build();

    private JsonCodec() {}

    /**
     * Reads one document: a map, a list, a text, a number, a boolean or null.
     *
     * @throws JsonProcessingException where it is not JSON, names a field twice, or goes on after its end
     */
    public static @Nullable Object read(String text) throws JsonProcessingException {
        try (JsonParser parser = LIBRARY.createParser(text)) {
            Object value = LIBRARY.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(
                        parser, "the document goes on after its end", parser.currentTokenLocation());
            }
            return value;
        } catch (JsonProcessingException notJson) {
            throw notJson;
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot be read", impossible);
        }
    }

    /** Writes maps, lists, texts, numbers and records. */
    public static String write(Object value) {
        try {
            return LIBRARY.asString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("JSON cannot be written to memory", impossible);
        }
    }
}
