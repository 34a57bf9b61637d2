package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Expression;
import dev.gatehouse.local.gateway.expression.LastError;
import dev.gatehouse.local.gateway.expression.Type;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code set-variable}: keeps a string, an int or a bool for later expressions. */
record SetVariable(String name, Kept value) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "set-variable", EnumSet.allOf(Section.class), Shape.empty().needing("name", "value"), SetVariable::compile);

    /** What is kept of a call; null as C# keeps it. */
    interface Kept {
        @Nullable
        Object of(Exchange exchange);
    }

    private static final Set<Type> TYPES = EnumSet.of(Type.STRING, Type.INT, Type.BOOL);

    private static Policy compile(Element element, Compilation compilation) {
        String text = element.tag().attributes().getOrDefault("value", "");
        String name = compilation.needed(element, "name");
        if (!Value.isExpression(text)) {
            return new SetVariable(name, exchange -> text.strip());
        }
        Expression expression = compilation.expressions().expression(element, text, TYPES);
        if (expression.type() == Type.STRING && expression.uses().contains(LastError.NAME)) {
            throw compilation.refused(
                    element,
                    "value",
                    "would keep context.LastError, which could then be told; use it where it is needed");
        }
        return new SetVariable(name, exchange -> expression.orNull(exchange.context()));
    }

    @Override
    public Outcome apply(Exchange exchange) {
        return new Outcome.Next(exchange.withVariable(name, value.of(exchange)));
    }
}
