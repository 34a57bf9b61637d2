package dev.gatehouse.check.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value of a JSON file that must be as expected. What is missing has no members, elements or text.
 *
 * @param at its pointer (RFC 6901)
 */
record GivenValue(String file, String at, JsonNode node) {

    /** @throws UnreadableInput when the file cannot be read or is not JSON */
    static GivenValue of(Path file) {
        String name = GivenText.name(file);
        return new GivenValue(name, "", GivenJson.read(name, GivenText.read(file)));
    }

    GivenValue member(String name) {
        return new GivenValue(file, at + "/" + name, node.path(name));
    }

    boolean isPresent() {
        return !node.isMissingNode();
    }

    /** @throws UnreadableInput when it is no object, or has another member */
    GivenValue of(Set<String> members) {
        if (!node.isObject()) {
            throw fault("must be an object");
        }
        members().filter(each -> !members.contains(each.name())).findFirst().ifPresent(other -> {
            throw other.fault(
                    "is not known; expected one of " + members.stream().sorted().toList());
        });
        return this;
    }

    Stream<GivenValue> members() {
        if (isPresent() && !node.isObject()) {
            throw fault("must be an object");
        }
        return node.properties().stream().map(each -> member(each.getKey()));
    }

    List<GivenValue> elements() {
        if (isPresent() && !node.isArray()) {
            throw fault("must be an array");
        }
        return IntStream.range(0, node.size())
                .mapToObj(index -> new GivenValue(file, at + "/" + index, node.path(index)))
                .toList();
    }

    String name() {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    /** Its text, which must not be empty. */
    String text() {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw fault("must be a text that is not empty");
        }
        return node.asText().strip();
    }

    /** The constant that it names, in lower case. */
    <E extends Enum<E>> E constant(E[] all) {
        return Arrays.stream(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(node.asText()))
                .findFirst()
                .orElseThrow(() -> fault("is '" + node.asText() + "'; expected one of "
                        + Arrays.toString(all).toLowerCase(Locale.ROOT)));
    }

    UnreadableInput fault(String what) {
        return new UnreadableInput(file + (at.isEmpty() ? "" : " " + at) + ": " + what);
    }
}
