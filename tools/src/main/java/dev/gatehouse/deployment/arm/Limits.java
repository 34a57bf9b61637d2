package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Limits for the evaluation of one template, whose author may be hostile. */
final class Limits {
    /** Characters of a text, or of all texts of a value: more than Azure takes of a policy or of a resource. */
    static final int LARGEST = 2_000_000;

    private static final long MOST_WORK = 500_000_000;
    private static final int DEEPEST = 300; // some fifteen frames of the stack each
    private static final int DEEPEST_VALUE = 100;

    private long work;
    private int depth;

    /** Before an expression, or a list or an object, within another. */
    void enter() {
        if (depth >= DEEPEST) {
            throw new ExpressionFault("is evaluated more than " + DEEPEST + " deep");
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Before a function is called: its work is as large as its arguments. */
    void spend(List<JsonNode> arguments) {
        int weight = 1;
        for (JsonNode argument : arguments) {
            weight += weight(argument, LARGEST - weight, DEEPEST_VALUE);
        }
        if (weight > LARGEST) {
            throw new ExpressionFault(
                    "takes more than " + LARGEST + " characters, or is more than " + DEEPEST_VALUE + " deep");
        }
        work += weight;
        if (work > MOST_WORK) {
            throw new ExpressionFault("belongs to a template that is too large to evaluate");
        }
    }

    /** Counted up to a limit only, as values share their parts. */
    private static int weight(JsonNode value, int limit, int depth) {
        if (value.isTextual()) {
            return 1 + value.textValue().length();
        }
        int weight = depth == 0 ? LARGEST : 1;
        for (JsonNode part : value) {
            if (weight > limit) {
                break;
            }
            weight += weight(part, limit - weight, depth - 1);
        }
        return weight;
    }
}
