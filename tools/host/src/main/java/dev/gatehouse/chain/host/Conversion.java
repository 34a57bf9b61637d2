package dev.gatehouse.chain.host;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the worker makes of a text or of bytes for a parameter of some type: numbers are parsed, bytes stay bytes, and everything else
 * is read as JSON by Gson (DataOperations and the RpcXxxDataSource of worker 2.17).
 */
final class Conversion {
    private static final Gson GSON = new Gson();
    private static final Map<Class<?>, Function<String, Object>> FROM_TEXT = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(short.class, Short::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(byte.class, Byte::valueOf),
            Map.entry(Byte.class, Byte::valueOf),
            Map.entry(double.class, Double::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(float.class, Float::valueOf),
            Map.entry(Float.class, Float::valueOf));
    private static final Map<Class<?>, Function<byte[], Object>> FROM_BYTES = Map.of(
            byte[].class, byte[]::clone,
            Byte[].class, Conversion::boxed,
            String.class, bytes -> new String(bytes, StandardCharsets.UTF_8));

    private Conversion() {}

    /**
     * Converts what the host sends.
     *
     * @param sent a String or bytes; null when nothing is sent
     * @throws IllegalArgumentException when the worker cannot convert it: the call fails with 500
     */
    static @Nullable Object of(@Nullable Object sent, Type type) {
        if (raw(type) == Optional.class) {
            return Optional.ofNullable(plain(sent, argument(type)));
        }
        return plain(sent, type);
    }

    /** The T of {@code Optional<T>} or {@code HttpRequestMessage<T>}; Object when it is not given. */
    static Type argument(Type type) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    /** @throws IllegalArgumentException for a wildcard or a type variable, which the worker cannot bind */
    static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof Class<?> known) {
            return known;
        }
        throw new IllegalArgumentException("the worker cannot bind the type " + type.getTypeName());
    }

    private static @Nullable Object plain(@Nullable Object sent, Type type) {
        if (sent == null) {
            return null;
        }
        Class<?> raw = raw(type);
        Object converted = sent instanceof byte[] bytes
                ? converted(FROM_BYTES.get(raw), bytes, type, raw)
                : converted(FROM_TEXT.get(raw), (String) sent, type, raw);
        if (converted == null && raw.isInstance(sent)) {
            return sent;
        }
        if (converted == null) {
            throw new IllegalArgumentException("what was sent is no " + type.getTypeName());
        }
        return converted;
    }

    private static <T> @Nullable Object converted(
            @Nullable Function<T, Object> exact, T sent, Type type, Class<?> raw) {
        if (exact != null) {
            try {
                return exact.apply(sent);
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
        String text = sent instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) sent;
        try {
            return Collection.class.isAssignableFrom(raw) ? list(text, type) : GSON.fromJson(text, raw);
        } catch (JsonParseException | IllegalStateException | ClassCastException notJson) {
            throw new IllegalArgumentException("what was sent is no JSON for " + type.getTypeName(), notJson);
        }
    }

    /** A list of the declared elements or, where they do not fit, of the elements' JSON texts. */
    private static @Nullable Object list(String text, Type type) {
        JsonArray array = JsonParser.parseString(text).getAsJsonArray();
        List<Object> elements = new ArrayList<>();
        try {
            for (JsonElement element : array) {
                elements.add(GSON.fromJson(element, raw(argument(type))));
            }
            return elements;
        } catch (JsonParseException others) {
            List<Object> texts = new ArrayList<>();
            array.forEach(element -> texts.add(element.toString()));
            return texts;
        }
    }

    private static Byte[] boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return boxed;
    }
}
