package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value is under a condition that is not known, and what it is otherwise: {@code if(condition, one, other)} in one
 * template. A rule can so be decided for each of the two.
 */
public final class Choices {
    /** More conditions on one value have more combinations than anybody reads. */
    private static final int DEEPEST = 3;

    private final Map<String, Choice> byExpression = new HashMap<>();
    private int depth;

    /** @param condition an expression that is true or false */
    public record Choice(String condition, JsonNode one, JsonNode other) {
        private JsonNode when(boolean isTrue) {
            return isTrue ? one : other;
        }
    }

    /** A value that is one of two, as an unknown one. */
    JsonNode add(String expression, String condition, JsonNode one, JsonNode other) {
        PartialText text = PartialText.unknown(expression);
        String inner = not(condition);
        byExpression.put(
                text.unknown().orElse(expression),
                inner.equals(condition) ? new Choice(condition, one, other) : new Choice(inner, other, one));
        return text.node();
    }

    /** The condition under which an expression has one of two known values; empty where it is not such a choice. */
    public Optional<String> condition(String expression) {
        return Optional.ofNullable(byExpression.get(expression)).map(Choice::condition);
    }

    /** What a function makes of a choice, from what it makes of either value; empty where it has no value for one of them. */
    Optional<JsonNode> lifted(JsonNode value, Function<JsonNode, JsonNode> function, Joining joining) {
        Optional<Choice> choice = PartialText.isUnknown(value) ? choice(value) : Optional.empty();
        if (choice.isEmpty() || depth >= DEEPEST) {
            return Optional.empty();
        }
        depth++;
        try {
            return Optional.of(joining.of(
                    choice.get().condition(),
                    function.apply(choice.get().one()),
                    function.apply(choice.get().other())));
        } catch (ExpressionFault without) {
            return Optional.empty();
        } finally {
            depth--;
        }
    }

    /** Makes one value of those that a condition decides between. */
    interface Joining {
        JsonNode of(String condition, JsonNode one, JsonNode other);
    }

    boolean isChoice(JsonNode value) {
        return PartialText.isUnknown(value) && choice(value).isPresent();
    }

    private Optional<Choice> choice(JsonNode value) {
        return new PartialText(value.textValue()).unknown().map(byExpression::get);
    }

    /** The value where a condition is true, or false. */
    public JsonNode assuming(JsonNode value, String condition, boolean isTrue) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), assuming(each.getValue(), condition, isTrue)));
            return copy;
        }
        if (value instanceof ArrayNode) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> copy.add(assuming(each, condition, isTrue)));
            return copy;
        }
        return value.isTextual() ? text(value, condition, isTrue) : value;
    }

    private JsonNode text(JsonNode value, String condition, boolean isTrue) {
        if (isChoice(value)) {
            Choice choice = choice(value).orElseThrow();
            return choice.condition().equals(condition) ? assuming(choice.when(isTrue), condition, isTrue) : value;
        }
        PartialText text = new PartialText(value.textValue());
        return text.isKnown()
                ? value
                : text.filled(part -> inText(part, condition, isTrue)).node();
    }

    /** What a part of a text is, which must be a text itself. */
    private Optional<String> inText(PartialText part, String condition, boolean isTrue) {
        return Optional.of(part.node())
                .filter(this::isChoice)
                .map(choice -> text(choice, condition, isTrue))
                .filter(chosen -> chosen.isValueNode() && !chosen.isNull())
                .map(JsonNode::asText);
    }

    /** Whether a condition is true where another is; empty where that says nothing of it. */
    public static Optional<Boolean> implied(String condition, String assumed, boolean isTrue) {
        if (condition.equals(assumed)) {
            return Optional.of(isTrue);
        }
        return not(condition).equals(assumed) ? Optional.of(!isTrue) : Optional.empty();
    }

    /** The condition without the {@code not()} around it. */
    private static String not(String condition) {
        return condition.startsWith("not(") && closes(condition)
                ? condition.substring("not(".length(), condition.length() - 1)
                : condition;
    }

    /** Whether the bracket that {@code not(} opens is closed by the last character, not before. */
    private static boolean closes(String condition) {
        int open = 0;
        for (int i = 0; i < condition.length(); i++) {
            char each = condition.charAt(i);
            open += each == '(' ? 1 : each == ')' ? -1 : 0;
            if (open == 0 && each == ')' && i < condition.length() - 1) {
                return false;
            }
        }
        return open == 0;
    }
}
