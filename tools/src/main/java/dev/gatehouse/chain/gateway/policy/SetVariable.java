package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionType;
import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.gateway.expression.PolicyExpression;
import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code set-variable}: stores a string, an int or a bool for later expressions. */
record SetVariable(String name, Kept value) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "set-variable", EnumSet.allOf(Section.class), Shape.empty().needing("name", "value"), SetVariable::compile);

    /** The stored value; null as in C#. */
    interface Kept {
        @Nullable
        Object of(Exchange exchange);
    }

    private static final Set<ExpressionType> TYPES =
            EnumSet.of(ExpressionType.STRING, ExpressionType.INT, ExpressionType.BOOL);

    private static Policy compile(XmlElement element, Compilation compilation) {
        String text = element.tag().attributes().getOrDefault("value", "");
        String name = compilation.needed(element, "name");
        if (!PolicyValue.isExpression(text)) {
            return new SetVariable(name, exchange -> text.strip());
        }
        PolicyExpression expression = compilation.expressions().expression(element, text, TYPES);
        if (expression.type() == ExpressionType.STRING && expression.uses().contains(LastError.NAME)) {
            throw compilation.refused(
                    element,
                    "value",
                    "would store context.LastError, which could then reach the caller; use it only where it is needed");
        }
        return new SetVariable(name, exchange -> expression.orNull(exchange.context()));
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        return new PolicyOutcome.Next(exchange.withVariable(name, value.of(exchange)));
    }
}
