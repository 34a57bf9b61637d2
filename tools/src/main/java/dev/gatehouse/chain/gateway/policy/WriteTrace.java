package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code trace}: adds a message to the call's trace; the caller does not see it. */
record WriteTrace(Heading heading, PolicyValue message, Map<String, PolicyValue> metadata) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "trace",
            EnumSet.allOf(Section.class),
            Shape.empty().needing("source").allowing("severity").holding("message", "metadata"),
            WriteTrace::compile);

    private static final Shape METADATA = Shape.empty().needing("name", "value");

    /** The constant parts of this statement's messages. */
    record Heading(String source, TraceMessage.Severity severity) {}

    private static Policy compile(XmlElement element, Compilation compilation) {
        Order.check(element, List.of("message", "metadata"), compilation);
        PolicyValue message = element.children("message").stream()
                .map(child -> message(child, compilation))
                .findFirst()
                .orElseThrow(() -> compilation.refused(element, "must contain a <message>"));
        Map<String, PolicyValue> metadata = new LinkedHashMap<>();
        for (XmlElement child : element.children("metadata")) {
            compilation.check(child, METADATA);
            String text = child.tag().attributes().getOrDefault("value", "");
            if (metadata.put(
                            compilation.needed(child, "name"),
                            compilation.expressions().value(child, text))
                    != null) {
                throw compilation.refused(child, "name", "is a duplicate");
            }
        }
        Heading heading = new Heading(compilation.needed(element, "source"), severity(element, compilation));
        return new WriteTrace(heading, message, metadata);
    }

    private static PolicyValue message(XmlElement element, Compilation compilation) {
        compilation.check(element, Shape.empty().holdingText());
        return compilation.expressions().value(element, element.text());
    }

    private static TraceMessage.Severity severity(XmlElement element, Compilation compilation) {
        String text = compilation.literal(element, "severity").orElse("verbose");
        return Arrays.stream(TraceMessage.Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> compilation.refused(element, "severity", "must be one of verbose, information, error"));
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        Map<String, String> details = new LinkedHashMap<>();
        metadata.forEach((name, value) -> details.put(name, value.in(exchange)));
        TraceMessage trace = new TraceMessage(heading.source(), heading.severity(), message.in(exchange), details);
        exchange.steps().ifPresent(steps -> steps.note(trace));
        return new PolicyOutcome.Next(exchange);
    }
}
