package dev.gatehouse.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values that no trace shows: the keys and secrets of a deployment. */
public final class KnownSecrets {
    public static final KnownSecrets NONE = new KnownSecrets(List.of());

    /** A shorter value would remove ordinary words from every text, and is not a real secret. */
    private static final int SHORTEST = 6;
    /** The rest of a secret at the end of a cut-off text: fewer characters reveal nothing. */
    private static final int SHORTEST_REST = 4;

    private final List<String> values;

    private KnownSecrets(List<String> values) {
        this.values = values;
    }

    public static KnownSecrets of(Collection<String> values) {
        return NONE.and(values);
    }

    /** These values and more. */
    public KnownSecrets and(Collection<String> more) {
        return new KnownSecrets(Stream.concat(values.stream(), more.stream().flatMap(KnownSecrets::forms))
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Its spellings: unchanged, encoded for queries and paths, and as {@link Redactor#TRACE} writes it. */
    private static Stream<String> forms(String value) {
        String ofQuery = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return Stream.of(value, ofQuery, ofQuery.replace("+", "%20"), Redactor.printable(value));
    }

    /** The text without these values, also if it was cut off within one. */
    public String hidden(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, Redactor.HIDDEN);
        }
        return hidden.contains(Redactor.CUT) ? withoutRests(hidden) : hidden;
    }

    /** The same for each text in a map. */
    public Map<String, Object> hidden(Map<?, ?> values) {
        return Redactor.mapped(values, this::hidden, Integer.MAX_VALUE);
    }

    private String withoutRests(String text) {
        String hidden = text;
        for (String value : values) {
            for (int length = value.length() - 1; length >= SHORTEST_REST; length--) {
                String rest = value.substring(0, length);
                hidden = hidden.replace(rest + Redactor.CUT, Redactor.HIDDEN + Redactor.CUT)
                        .replace(rest + " " + Redactor.CUT, Redactor.HIDDEN + " " + Redactor.CUT);
            }
        }
        return hidden;
    }

    /** Never the values. */
    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
