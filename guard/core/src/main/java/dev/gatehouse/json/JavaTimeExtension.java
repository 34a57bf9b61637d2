package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JacksonJrExtension;
import com.fasterxml.jackson.jr.ob.api.ExtensionContext;
import com.fasterxml.jackson.jr.ob.api.ReaderWriterProvider;
import com.fasterxml.jackson.jr.ob.api.ValueWriter;
import com.fasterxml.jackson.jr.ob.impl.JSONWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the JDK's own types that the library has no form for, and would write as whatever their getters say: dates and
 * durations are texts of ISO 8601; the rest is refused.
 */
final class JavaTimeExtension extends ReaderWriterProvider {
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
