package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JSON.Feature;
import com.fasterxml.jackson.jr.ob.JacksonJrExtension;
import com.fasterxml.jackson.jr.ob.api.ExtensionContext;
import com.fasterxml.jackson.jr.ob.api.ReaderWriterProvider;
import com.fasterxml.jackson.jr.ob.api.ValueWriter;
import com.fasterxml.jackson.jr.ob.impl.JSONWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON (RFC 8259). */
public final class Json {
    private static final JSON LIBRARY = JSON.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(recordsInOrder())
            .register(new JavaTimeExtension.Extension())
            .build();

    private Json() {}

    /** By name: an app's BOM may choose a version that has no such feature, where records' members are sorted by name. */
    private static Feature[] recordsInOrder() {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.name().equals("WRITE_RECORD_FIELDS_IN_DECLARATION_ORDER"))
                .toArray(Feature[]::new);
    }

    /**
     * Reads one whole document: a {@link java.util.Map} in the document's order, a {@link java.util.List}, a
     * {@link String}, a {@link Number}, a {@link Boolean} or null; nothing at all is null, too.
     *
     * @throws JsonProcessingException when it is not JSON, names a field twice, or goes on after its end
     */
    public static @Nullable Object read(String text) throws JsonProcessingException {
        if (text.isBlank()) {
            return null;
        }
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

    /**
     * Writes maps, lists, texts, numbers, enums, records and beans; dates and durations as texts of ISO 8601. Members that are
     * null are left out.
     *
     * @throws IllegalStateException for other types of the JDK, such as {@link java.util.Optional}
     */
    public static String write(Object value) {
        try {
            return LIBRARY.asString(value);
        } catch (IOException notWritable) {
            throw new IllegalStateException(
                    value.getClass().getName() + " cannot be written as JSON: " + notWritable.getMessage(),
                    notWritable);
        }
    }

    /**
     * Decides on the JDK's own types that the library has no form for, and would write as whatever their getters say: dates and
     * durations are texts of ISO 8601; the rest is refused.
     */
    private static final class JavaTimeExtension extends ReaderWriterProvider {
        private static final List<Class<?>> KNOWN = List.of(
                Map.class,
                Collection.class,
                CharSequence.class,
                Boolean.class,
                Character.class,
                Enum.class,
                Byte.class,
                Short.class,
                Integer.class,
                Long.class,
                Float.class,
                Double.class,
                BigInteger.class,
                BigDecimal.class,
                UUID.class,
                URI.class);

        /** Registers it with the library. */
        static final class Extension extends JacksonJrExtension {
            @Override
            protected void register(ExtensionContext context) {
                context.insertProvider(new JavaTimeExtension());
            }
        }

        @Override
        public @Nullable ValueWriter findValueWriter(JSONWriter writer, Class<?> type) {
            if (TemporalAccessor.class.isAssignableFrom(type) || TemporalAmount.class.isAssignableFrom(type)) {
                return new Text(type);
            }
            boolean isKnown =
                    !type.getName().startsWith("java.") || KNOWN.stream().anyMatch(each -> each.isAssignableFrom(type));
            return isKnown ? null : new Refused(type);
        }

        private record Text(Class<?> valueType) implements ValueWriter {
            @Override
            public void writeValue(JSONWriter writer, JsonGenerator generator, Object value) throws IOException {
                generator.writeString(value.toString());
            }
        }

        private record Refused(Class<?> valueType) implements ValueWriter {
            @Override
            public void writeValue(JSONWriter writer, JsonGenerator generator, Object value) {
                throw new IllegalStateException(valueType.getName() + " has no form in JSON");
            }
        }
    }
}
