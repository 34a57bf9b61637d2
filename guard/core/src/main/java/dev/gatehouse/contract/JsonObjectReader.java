package dev.gatehouse.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON object while it is read: it knows its place, and writes down every fault instead of stopping at the first. */
final class JsonObjectReader {
    private final boolean isObject;
    private final Map<?, ?> members;
    private final String pointer;
    private final List<ContractError> faults;

    JsonObjectReader(@Nullable Object value, String pointer, List<ContractError> faults) {
        this.isObject = value instanceof Map;
        this.members = value instanceof Map<?, ?> map ? map : Map.of();
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Notes every key that is not among these, and every one of {@code required} that is absent. */
    JsonObjectReader keys(Set<String> required, Set<String> optional) {
        if (!isObject) {
            faults.add(new ContractError(pointer, "must be an object"));
            return this;
        }
        for (Object key : members.keySet()) {
            if (!required.contains(key) && !optional.contains(key)) {
                fault(key.toString(), "is not known here; known are " + known(required, optional));
            }
        }
        required.stream().filter(key -> !has(key)).sorted().forEach(key -> fault(key, "is required"));
        return this;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** A text of this form; blank where it is missing or faulty. */
    String text(String key, Pattern form, String expected) {
        return has(key) ? text(members.get(key), place(key), form, expected) : "";
    }

    /** A list of different texts of this form. */
    List<String> texts(String key, Pattern form, String expected) {
        List<String> texts = each(key, (item, place) -> text(item, place, form, expected));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty() && !seen.add(texts.get(i))) {
                faults.add(new ContractError(place(key) + "/" + i, "is listed twice: " + texts.get(i)));
            }
        }
        return texts;
    }

    List<JsonObjectReader> objects(String key) {
        return each(key, (item, place) -> new JsonObjectReader(item, place, faults));
    }

    /** A member that is an object; empty where it is left out. */
    Optional<JsonObjectReader> object(String key) {
        return has(key) ? Optional.of(new JsonObjectReader(members.get(key), place(key), faults)) : Optional.empty();
    }

    /** A member of any type; empty where it is left out or null. */
    Optional<Object> value(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** Whether a switch is on; it is either true or left out. */
    boolean isTrue(String key) {
        boolean on = Boolean.TRUE.equals(members.get(key));
        if (has(key) && !on) {
            fault(key, "must be true, or left out");
        }
        return on;
    }

    void mustNotBeEmpty(String key) {
        if (members.get(key) instanceof List<?> list && list.isEmpty()) {
            fault(key, "must not be empty");
        }
    }

    void fault(String key, String problem) {
        faults.add(new ContractError(place(key), problem));
    }

    void faultIn(String key, int index, String problem) {
        faults.add(new ContractError(place(key) + "/" + index, problem));
    }

    void fault(String problem) {
        faults.add(new ContractError(pointer, problem));
    }

    private interface Reader<T> {
        T read(@Nullable Object item, String place);
    }

    private <T> List<T> each(String key, Reader<T> reader) {
        if (!has(key)) {
            return List.of();
        }
        if (!(members.get(key) instanceof List<?> list)) {
            fault(key, "must be a list");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (Object item : list) {
            items.add(reader.read(item, place(key) + "/" + items.size()));
        }
        return items;
    }

    private String text(@Nullable Object value, String place, Pattern form, String expected) {
        if (value instanceof String text && form.matcher(text).matches()) {
            return text;
        }
        faults.add(new ContractError(
                place,
                ContractReader.PLACEHOLDER.equals(value)
                        ? "is the draft's placeholder " + ContractReader.PLACEHOLDER + "; replace it with " + expected
                        : "must be " + expected));
        return "";
    }

    private String place(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static String known(Set<String> required, Set<String> optional) {
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        return String.join(", ", all);
    }
}
