package dev.gatehouse.jose;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259), and refuses what two readers could read differently: invalid UTF-8 (RFC 7519 §7.2), a member
 * named twice however it is escaped, half of a surrogate pair, every extension of the grammar. One pass over the bytes;
 * docs/decisions/0020-a-strict-json-reader.md says why it is our own.
 */
public final class JsonObjects {
    /** Objects and lists within one another, the outermost included. Deeper ones are refused, as by Microsoft's token library. */
    public static final int MAX_DEPTH = 64;

    private final JsonBytes bytes;

    private JsonObjects(JsonBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * The object's members in their order. A value is a {@link String}, {@link Boolean}, {@link List}, {@link Map}, null, a
     * {@link Long}, or a {@link Double} where a number has a fraction or an exponent, or is too large for a long.
     *
     * @throws ParseException saying at which byte this is no such object; it quotes nothing
     */
    public static Map<String, Object> read(byte[] utf8) throws ParseException {
        JsonBytes bytes = new JsonBytes(utf8);
        bytes.skipSpace();
        bytes.expect('{');
        Map<String, Object> object = new JsonObjects(bytes).object(1);
        bytes.skipSpace();
        bytes.expectEnd();
        return object;
    }

    private @Nullable Object value(int depth) throws ParseException {
        switch (bytes.peek()) {
            case '{':
                bytes.expect('{');
                return object(deeper(depth));
            case '[':
                bytes.expect('[');
                return list(deeper(depth));
            case '"':
                return JsonText.read(bytes);
            case 't':
                bytes.expect("true");
                return true;
            case 'f':
                bytes.expect("false");
                return false;
            case 'n':
                bytes.expect("null");
                return null;
            default:
                return bytes.number();
        }
    }

    private int deeper(int depth) throws ParseException {
        if (depth == MAX_DEPTH) {
            throw bytes.fault("more than " + MAX_DEPTH + " objects and lists within one another");
        }
        return depth + 1;
    }

    @SuppressWarnings("NullAway") // JSON's null is a value; a map of the JDK can hold it
    private Map<String, Object> object(int depth) throws ParseException {
        Map<String, Object> members = new LinkedHashMap<>();
        bytes.skipSpace();
        if (bytes.skip('}')) {
            return members;
        }
        do {
            bytes.skipSpace();
            String name = JsonText.read(bytes);
            bytes.skipSpace();
            bytes.expect(':');
            bytes.skipSpace();
            int known = members.size();
            members.put(name, value(depth));
            if (members.size() == known) {
                throw bytes.fault("a member that is named twice");
            }
            bytes.skipSpace();
        } while (bytes.skip(','));
        bytes.expect('}');
        return members;
    }

    @SuppressWarnings("NullAway") // as above
    private List<Object> list(int depth) throws ParseException {
        List<Object> entries = new ArrayList<>();
        bytes.skipSpace();
        if (bytes.skip(']')) {
            return entries;
        }
        do {
            bytes.skipSpace();
            entries.add(value(depth));
            bytes.skipSpace();
        } while (bytes.skip(','));
        bytes.expect(']');
        return entries;
    }
}
