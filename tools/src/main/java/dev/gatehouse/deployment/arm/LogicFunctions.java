package dev.gatehouse.deployment.arm;

import static dev.gatehouse.deployment.arm.FunctionArguments.argument;
import static dev.gatehouse.deployment.arm.FunctionArguments.known;
import static dev.gatehouse.deployment.arm.FunctionArguments.knownText;
import static dev.gatehouse.deployment.arm.FunctionArguments.number;
import static dev.gatehouse.deployment.arm.FunctionArguments.truth;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/** Functions of booleans and numbers, and comparisons. */
final class LogicFunctions {
    static final Map<String, Functions.Function> ALL = Map.ofEntries(
            entry("null", arguments -> NullNode.getInstance()),
            entry("true", arguments -> BooleanNode.TRUE),
            entry("false", arguments -> BooleanNode.FALSE),
            entry("not", arguments -> BooleanNode.valueOf(!truth(argument(arguments, 0)))),
            entry("bool", LogicFunctions::bool),
            entry("int", LogicFunctions::whole),
            entry("equals", LogicFunctions::equal),
            entry("less", ordered(order -> order < 0)),
            entry("lessorequals", ordered(order -> order <= 0)),
            entry("greater", ordered(order -> order > 0)),
            entry("greaterorequals", ordered(order -> order >= 0)),
            entry("add", calculated(Math::addExact)),
            entry("sub", calculated(Math::subtractExact)),
            entry("mul", calculated(Math::multiplyExact)),
            entry("div", calculated((one, other) -> one / other)),
            entry("mod", calculated((one, other) -> one % other)),
            entry("min", least(1)),
            entry("max", least(-1)),
            entry("fail", arguments -> {
                throw new ExpressionFault("fails: " + knownText(arguments, 0));
            }));

    private LogicFunctions() {}

    private static JsonNode bool(List<JsonNode> arguments) {
        JsonNode value = argument(arguments, 0);
        return value.isBoolean()
                ? value
                : BooleanNode.valueOf(knownText(arguments, 0).equalsIgnoreCase("true"));
    }

    private static JsonNode whole(List<JsonNode> arguments) {
        try {
            return of(Long.parseLong(knownText(arguments, 0)));
        } catch (NumberFormatException noNumber) {
            throw new ExpressionFault("needs a number where it has a text");
        }
    }

    /** Values of two types are never equal, whatever is not known of them. */
    private static JsonNode equal(List<JsonNode> arguments) {
        JsonNode one = argument(arguments, 0);
        JsonNode other = argument(arguments, 1);
        boolean differ = !PartialText.isUnknown(one)
                && !PartialText.isUnknown(other)
                && one.getNodeType() != other.getNodeType();
        return BooleanNode.valueOf(!differ && known(one).equals(known(other)));
    }

    private static Functions.Function ordered(IntPredicate wanted) {
        return arguments -> {
            JsonNode one = known(argument(arguments, 0));
            JsonNode other = known(argument(arguments, 1));
            return BooleanNode.valueOf(wanted.test(
                    one.isTextual() && other.isTextual()
                            ? one.textValue().compareTo(other.textValue())
                            : Long.compare(number(one), number(other))));
        };
    }

    private static Functions.Function calculated(LongBinaryOperator operator) {
        return arguments -> {
            try {
                return of(operator.applyAsLong(number(argument(arguments, 0)), number(argument(arguments, 1))));
            } catch (ArithmeticException impossible) {
                throw new ExpressionFault("has a calculation without a result: " + impossible.getMessage());
            }
        };
    }

    /** Of several numbers, or of one list of them. */
    private static Functions.Function least(int sign) {
        return arguments -> {
            Iterable<JsonNode> all = argument(arguments, 0).isArray() ? arguments.get(0) : arguments;
            Long least = null;
            for (JsonNode each : all) {
                least = least == null || sign * Long.compare(number(each), least) < 0
                        ? Long.valueOf(number(each))
                        : least;
            }
            if (least == null) {
                throw new ExpressionFault("needs at least one number");
            }
            return of(least);
        };
    }

    /** As the JSON library represents it, so that numbers of both can be compared. */
    static JsonNode of(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }
}
