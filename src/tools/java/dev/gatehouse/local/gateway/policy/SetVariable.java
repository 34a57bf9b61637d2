package dev.gatehouse.local.gateway.policy;

import java.util.EnumSet;

/** {@code set-variable}: keeps a string for later expressions. */
record SetVariable(String name, Value value) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "set-variable", EnumSet.allOf(Section.class), Shape.empty().needing("name", "value"), SetVariable::compile);

    private static Policy compile(Element element, Compilation compilation) {
        String text = element.tag().attributes().getOrDefault("value", "");
        return new SetVariable(compilation.needed(element, "name"), compilation.value(element, text));
    }

    @Override
    public Outcome apply(Exchange exchange) {
        return new Outcome.Next(exchange.withVariable(name, value.in(exchange)));
    }
}
