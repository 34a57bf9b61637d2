package dev.gatehouse.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a token says, typed on reading; whether it is true is another question. Unknown claims are ignored. */
public final class Claims {
    /** The last second that a NumericDate is taken for, as a time of later years has no agreed form (ISO 8601). */
    public static final long YEAR_9999 = 253_402_300_799L;

    private final Map<String, Object> values;

    Claims(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
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

    /** A NumericDate (RFC 7519 §2), seconds since 1970; empty when it is none or lies beyond the year 9999. */
    public Optional<Instant> instant(String name) {
        if (!(values.get(name) instanceof Number number)) {
            return Optional.empty();
        }
        double seconds = number.doubleValue();
        return seconds >= 0 && seconds <= YEAR_9999
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }

    /** The claim as text for an operator. */
    String shown(String name) {
        return values.get(name) == null ? Violation.ABSENT : String.valueOf(values.get(name));
    }

    public Map<String, Object> asMap() {
        return values;
    }
}
