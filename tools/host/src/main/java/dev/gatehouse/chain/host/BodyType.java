package dev.gatehouse.chain.host;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The type that a function requires for the request body: the T of its {@code HttpRequestMessage<T>}. */
enum BodyType {
    TEXT,
    BYTES,
    OPTIONAL_TEXT,
    OPTIONAL_BYTES,
    /** Unchanged: text, or bytes for octet-stream and multipart. */
    ANY;

    /** @throws IllegalArgumentException when this host does not support the type */
    static BodyType of(Type request) {
        if (!(request instanceof ParameterizedType parameterized)) {
            return ANY;
        }
        Type body = parameterized.getActualTypeArguments()[0];
        if (body instanceof ParameterizedType inner && inner.getRawType() == Optional.class) {
            return plain(inner.getActualTypeArguments()[0]) == BYTES ? OPTIONAL_BYTES : OPTIONAL_TEXT;
        }
        return plain(body);
    }

    private static BodyType plain(Type type) {
        if (type == String.class) {
            return TEXT;
        }
        if (type == byte[].class) {
            return BYTES;
        }
        if (type == Object.class) {
            return ANY;
        }
        throw new IllegalArgumentException("the local host cannot read a request body into " + type.getTypeName());
    }

    /** @param body a String or a byte array; empty when the request has no body or a body of unknown length */
    @Nullable
    Object convert(Optional<Object> body) {
        return switch (this) {
            case TEXT -> body.map(BodyType::text).orElse(null);
            case BYTES -> body.map(BodyType::bytes).orElse(null);
            case OPTIONAL_TEXT -> body.map(BodyType::text);
            case OPTIONAL_BYTES -> body.map(BodyType::bytes);
            case ANY -> body.orElse(null);
        };
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) body;
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] bytes ? bytes : ((String) body).getBytes(StandardCharsets.UTF_8);
    }
}
