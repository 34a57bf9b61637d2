package dev.gatehouse.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a token says, typed on reading; whether it is true is another question. Unknown claims are ignored. */
public final class Claims {
    /** The last second that a NumericDate is taken for, as a time of later years has no agreed form (ISO 8601). */
    private static final long YEAR_9999 = 253_402_300_799L;

    /** What rules, {@link VerifiedCaller} and {@link TokenIds} read. A claim that is not named here is absent for all of them. */
    private static final List<String> JUDGED = List.of(
            "iss",
            "aud",
            "tid",
            "ver",
            "exp",
            "nbf",
            "iat",
            "azp",
            "appid",
            "oid",
            "sub",
            "idtyp",
            "scp",
            "roles",
            "uti",
            "xms_mirid");

    private static final int BYTES_OF_A_PLACE = 40; // in a map
    private static final int BYTES_OF_A_TEXT = 48; // beside its characters

    private final Map<String, Object> values;

    /** @param values read for this alone, so that they need no copy */
    Claims(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Claims that came otherwise than in a {@link SignedToken}. */
    public static Claims of(Map<String, ? extends @Nullable Object> values) {
        return new Claims(new LinkedHashMap<>(values));
    }

    /**
     * Only the claims that checks read: what is remembered of a token, and so what it is checked by the first time, too.
     *
     * @param others of another token; what both say is held once, as an issuer's tokens say much alike
     */
    Claims judged(Claims others) {
        Map<String, Object> judged = new LinkedHashMap<>();
        for (String name : JUDGED) {
            if (values.containsKey(name)) {
                Object value = values.get(name);
                Object known = others.values.get(name);
                judged.put(name, value != null && value.equals(known) ? known : value);
            }
        }
        return new Claims(judged);
    }

    /** About how many bytes it takes to keep these beside the others: Entra's texts are ASCII. */
    int bytesBeside(Claims others) {
        int bytes = 0;
        for (Map.Entry<String, Object> claim : values.entrySet()) {
            boolean held = claim.getValue() == others.values.get(claim.getKey());
            bytes += BYTES_OF_A_PLACE + (held ? 0 : bytes(claim.getValue()));
        }
        return bytes;
    }

    private static int bytes(@Nullable Object value) {
        return BYTES_OF_A_TEXT
                + (value instanceof List<?> list
                        ? list.stream().mapToInt(Claims::bytes).sum()
                        : String.valueOf(value).length());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A claim that is a string and not blank; a claim of another type counts as absent. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** A claim that is a list of strings; empty when the claim is anything else. */
    public Optional<List<String>> texts(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(list.size());
        for (Object entry : list) {
            if (!(entry instanceof String text)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(Collections.unmodifiableList(texts));
    }

    /** A claim that is a string or a list of strings, as a list; empty when the claim is anything else. */
    public List<String> values(String name) {
        return text(name).map(List::of).or(() -> texts(name)).orElse(List.of());
    }

    /** A NumericDate (RFC 7519 §2), seconds since 1970; empty when it is not a number of seconds or lies beyond the year 9999. */
    public Optional<Instant> instant(String name) {
        return instant(values.get(name));
    }

    /** The same of a value. */
    public static Optional<Instant> instant(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        double seconds = number.doubleValue();
        return seconds >= 0 && seconds <= YEAR_9999
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }

    /** The claim as text for an operator, not yet redacted. */
    public String shown(String name) {
        return values.get(name) == null ? CheckResult.ABSENT : String.valueOf(values.get(name));
    }

    public Map<String, Object> asMap() {
        return values;
    }
}
