package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Gives expressions their values: those of snapshots and those of templates. */
public record Evaluation(Functions functions, Unknown unknown, Limits limits, Choices choices) {

    /** How an expression, or a part of one, without a value is handled. */
    public enum Unknown {
        /** It is an {@link ExpressionFault}. */
        REFUSED,
        /** It is marked, as in {@link PartialText}, and what surrounds it is evaluated as far as that goes. */
        MARKED
    }

    public Evaluation(Functions functions, Unknown unknown) {
        this(functions, unknown, new Limits(), new Choices());
    }

    /** Evaluates what is known before a deployment; all else is marked. */
    public static Evaluation beforeDeployment() {
        return new Evaluation(Functions.ofArgumentsOnly(), Unknown.MARKED);
    }

    /** The same with another function. */
    public Evaluation with(String name, Functions.Function function) {
        return new Evaluation(functions.with(name, function), unknown, limits, choices);
    }

    /** The same with those functions only whose value depends on their arguments alone. */
    Evaluation pure() {
        return new Evaluation(Functions.ofArgumentsOnly(), unknown, limits, choices);
    }

    /** A copy in which every text and every name that is an expression is its value. */
    public JsonNode of(JsonNode node) {
        return new EvaluatedJson(this).of(node);
    }

    /** @throws ExpressionFault when there is no such value */
    public JsonNode value(TemplateText text) {
        if (!text.isExpression()) {
            return TextNode.valueOf(text.literal());
        }
        TemplateExpression expression;
        try {
            expression = text.expression();
        } catch (ExpressionFault malformed) {
            return otherwise(text.inner(), malformed);
        }
        return value(expression);
    }

    /** Why an expression has no value. */
    ExpressionFault fault(TemplateText text) {
        try {
            new Evaluation(functions, Unknown.REFUSED).value(text);
            return new ExpressionFault("is known in Azure only");
        } catch (ExpressionFault fault) {
            return fault;
        }
    }

    JsonNode value(TemplateExpression expression) {
        try {
            limits.enter();
        } catch (ExpressionFault tooDeep) {
            return otherwise(expression.source(), tooDeep);
        }
        try {
            if (expression instanceof TemplateExpression.Literal literal) {
                return literal.value();
            }
            return expression instanceof TemplateExpression.Call call ? called(call) : part(expression);
        } finally {
            limits.leave();
        }
    }

    /** What a function says that is called by name. */
    JsonNode call(String name, List<JsonNode> arguments) {
        return functions
                .named(name)
                .orElseThrow(() -> new ExpressionFault("calls " + name + "(), which is not evaluated here"))
                .of(arguments);
    }

    private JsonNode called(TemplateExpression.Call call) {
        Optional<SpecialForm> form = SpecialForm.named(call.function());
        if (form.isPresent()) {
            return formed(form.get(), call);
        }
        List<JsonNode> arguments = new ArrayList<>();
        for (TemplateExpression argument : call.arguments()) {
            arguments.add(value(argument));
        }
        try {
            limits.spend(arguments);
            return known(call(call.function(), arguments));
        } catch (ExpressionFault fault) {
            return ofEither(arguments, chosen -> call(call.function(), chosen))
                    .orElseGet(() -> otherwise(ExpressionSource.of(call, arguments), fault));
        }
    }

    /** Where there is no value for a choice, there may be one for either of the two. */
    private Optional<JsonNode> ofEither(List<JsonNode> values, Function<List<JsonNode>, JsonNode> function) {
        return IntStream.range(0, values.size())
                .filter(each -> choices.isChoice(values.get(each)))
                .boxed()
                .findFirst()
                .flatMap(index -> choices.lifted(
                        values.get(index),
                        value -> ofOne(with(values, index, value), function),
                        new SpecialForm.Joined(choices)));
    }

    private JsonNode ofOne(List<JsonNode> values, Function<List<JsonNode>, JsonNode> function) {
        try {
            limits.spend(values);
            return function.apply(values);
        } catch (ExpressionFault fault) {
            return ofEither(values, function).orElseThrow(() -> fault);
        }
    }

    private static List<JsonNode> with(List<JsonNode> values, int index, JsonNode value) {
        List<JsonNode> others = new ArrayList<>(values);
        others.set(index, value);
        return others;
    }

    /** A function may mark what it does not know itself. */
    private JsonNode known(JsonNode value) {
        return unknown == Unknown.REFUSED && value.isTextual() ? FunctionArguments.known(value) : value;
    }

    private JsonNode formed(SpecialForm form, TemplateExpression.Call call) {
        List<JsonNode> evaluated = new ArrayList<>();
        try {
            return form.of(
                    call.arguments(),
                    argument -> {
                        evaluated.add(value(argument));
                        return evaluated.get(evaluated.size() - 1);
                    },
                    this);
        } catch (ExpressionFault fault) {
            return otherwise(ExpressionSource.of(call, evaluated), fault);
        }
    }

    private JsonNode part(TemplateExpression expression) {
        if (expression instanceof TemplateExpression.MemberAccess member) {
            JsonNode of = value(member.of());
            try {
                return named(of, member.name());
            } catch (ExpressionFault fault) {
                return ofEither(List.of(of), chosen -> named(chosen.get(0), member.name()))
                        .orElseGet(() -> otherwise(ExpressionSource.of(member.of(), of) + "." + member.name(), fault));
            }
        }
        TemplateExpression.Element element = (TemplateExpression.Element) expression;
        JsonNode of = value(element.of());
        JsonNode index = value(element.index());
        try {
            return element(of, index);
        } catch (ExpressionFault fault) {
            return ofEither(List.of(of, index), chosen -> element(chosen.get(0), chosen.get(1)))
                    .orElseGet(() -> otherwise(
                            ExpressionSource.of(element.of(), of) + "[" + ExpressionSource.of(element.index(), index)
                                    + "]",
                            fault));
        }
    }

    private JsonNode otherwise(String source, ExpressionFault fault) {
        if (unknown == Unknown.REFUSED) {
            throw fault;
        }
        return PartialText.unknown(source).node();
    }

    private static JsonNode element(JsonNode of, JsonNode index) {
        if (!index.isInt()) {
            return named(of, FunctionArguments.text(index));
        }
        return Optional.ofNullable(of.get(index.intValue()))
                .orElseThrow(() -> new ExpressionFault("asks for element " + index + " of " + of.size()));
    }

    /** ARM finds properties without regard to case. */
    private static JsonNode named(JsonNode of, String name) {
        return ObjectFunctions.property(of, name)
                .orElseThrow(() -> new ExpressionFault("asks for '" + name + "', which has no value on this machine"));
    }
}
