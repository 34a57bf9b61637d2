package dev.gatehouse.chain.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Immutable header fields; names compare without regard to case, repeated fields keep their order (RFC 9110 §5). */
public final class Headers {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
    private static final Pattern WRITABLE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final TreeMap<String, List<String>> fields;

    private Headers(TreeMap<String, List<String>> fields) {
        this.fields = fields;
    }

    public static Headers none() {
        return NONE;
    }

    public static Headers of(Map<String, List<String>> fields) {
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) -> {
            if (name != null) { // HttpURLConnection stores the status line under null
                copy.computeIfAbsent(name, ignored -> new ArrayList<>()).addAll(values);
            }
        });
        copy.replaceAll((name, values) -> List.copyOf(values));
        return new Headers(copy);
    }

    /** Every value of a field, in the order received; empty when the field is absent. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Repeated values joined by a comma without a space, as the Functions host passes them on. */
    public Optional<String> joined(String name) {
        return fields.containsKey(name) ? Optional.of(String.join(",", all(name))) : Optional.empty();
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The same headers with this field replaced by one value. */
    public Headers with(String name, String value) {
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.remove(name); // so that the name is sent in its new spelling
        copy.put(name, List.of(value));
        return new Headers(copy);
    }

    /** The same headers with one more value of this field. */
    public Headers plus(String name, String value) {
        List<String> values = new ArrayList<>(all(name));
        values.add(value);
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.put(name, List.copyOf(values));
        return new Headers(copy);
    }

    /** The same headers without the fields whose names (as received) the test matches. */
    public Headers without(Predicate<String> name) {
        TreeMap<String, List<String>> copy = new TreeMap<>(fields);
        copy.keySet().removeIf(name);
        return new Headers(copy);
    }

    public Headers without(String name) {
        return without(name::equalsIgnoreCase);
    }

    /** Whether a text is a valid field name: a token (RFC 9110 §5.6.2). */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a field belongs to one connection, or is set by each sender of a message (RFC 9110 §7.6.1). */
    public static boolean isOfTheConnection(String name) {
        return OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether this is a valid value for a field to send: visible ASCII, spaces and tabs. Bytes above 127 may be received
     * (RFC 9110 §5.5) but are not sent; of a character above 255 a server would send only the lower byte, which may be a
     * line break.
     */
    public static boolean isWritable(String value) {
        return WRITABLE.matcher(value).matches();
    }

    /** Whether names are tokens and values hold no control characters but tabs (RFC 9110 §5.1, §5.5). */
    public boolean areWellFormed() {
        return fields.entrySet().stream()
                .allMatch(field -> NAME.matcher(field.getKey()).matches()
                        && field.getValue().stream()
                                .allMatch(value -> VALUE.matcher(value).matches()));
    }

    public Map<String, List<String>> asMap() {
        return java.util.Collections.unmodifiableMap(fields);
    }
}
