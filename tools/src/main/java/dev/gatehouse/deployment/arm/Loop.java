package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A loop, {@code copy}, of a resource, a variable, a property or an output.
 *
 * @param name by which {@code copyIndex('name')} asks for its index; empty where it has none
 * @param isNearest whether {@code copyIndex()} without a name is its index
 * @param count how often it runs; may not be known
 */
record Loop(String name, boolean isNearest, JsonNode count, Evaluation outer) {
    private static final String INDEX = "copyIndex";
    private static final int MOST = 800; // a limit of Azure Resource Manager

    static Loop ofProperty(JsonNode loop, Evaluation outer) {
        return new Loop(loop.path("name").asText(), false, outer.of(loop.path("count")), outer);
    }

    /** Of a resource or an output. */
    static Loop of(JsonNode loop, Evaluation outer) {
        return new Loop(loop.path("name").asText(), true, outer.of(loop.path("count")), outer);
    }

    /** How often it runs; empty where that is not known. */
    OptionalInt times() {
        return count.isInt() && count.intValue() >= 0 && count.intValue() <= MOST
                ? OptionalInt.of(count.intValue())
                : OptionalInt.empty();
    }

    /** The expression that makes the count unknown. */
    Optional<String> unknown() {
        return times().isPresent()
                ? Optional.empty()
                : Optional.of(new PartialText(count.asText()).unknown().orElse("copy of " + count.asText()));
    }

    /** What each round evaluates by; one of which the index is not known where the rounds are not. */
    List<Evaluation> rounds() {
        return times().isPresent()
                ? IntStream.range(0, times().getAsInt()).mapToObj(this::round).toList()
                : List.of(round(-1));
    }

    /** The list that it makes. */
    JsonNode list(JsonNode input) {
        if (unknown().isPresent()) {
            return PartialText.unknown("copy of " + unknown().get()).node();
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        rounds().forEach(round -> list.add(round.of(input)));
        return list;
    }

    private Evaluation round(int index) {
        return outer.with(INDEX, arguments -> {
            boolean hasName = !arguments.isEmpty() && arguments.get(0).isTextual();
            if (hasName ? !arguments.get(0).asText().equalsIgnoreCase(name) : !isNearest) {
                return outer.call(INDEX, arguments);
            }
            int offset = hasName ? 1 : 0;
            if (index < 0) {
                return PartialText.unknown("copyIndex('" + name + "')").node();
            }
            return IntNode.valueOf(
                    index + (arguments.size() > offset ? FunctionArguments.count(arguments.get(offset)) : 0));
        });
    }
}
