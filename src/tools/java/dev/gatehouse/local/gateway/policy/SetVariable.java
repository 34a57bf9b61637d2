package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Expression;
import dev.gatehouse.local.gateway.expression.Type;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** {@code set-variable}: keeps a string, an int or a bool for later expressions. */
record SetVariable(String name, Function<Exchange, Object> value) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "set-variable", EnumSet.allOf(Section.class), Shape.empty().needing("name", "value"), SetVariable::compile);

    private static final Set<Type> TYPES = EnumSet.of(Type.STRING, Type.INT, Type.BOOL);

    private static Policy compile(Element element, Compilation compilation) {
        String text = element.tag().attributes().getOrDefault("value", "");
        String name = compilation.needed(element, "name");
        if (!Value.isExpression(text)) {
            return new SetVariable(name, exchange -> text.strip());
        }
        Expression expression = compilation.expression(element, text, TYPES);
        return new SetVariable(name, exchange -> expression.some(exchange.context()));
    }

    @Override
    public Outcome apply(Exchange exchange) {
        return new Outcome.Next(exchange.withVariable(name, value.apply(exchange)));
    }
}
