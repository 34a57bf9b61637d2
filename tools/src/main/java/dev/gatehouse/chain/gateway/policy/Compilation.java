package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The compilation of one section, or of the content of one of its statements.
 *
 * @param broader the policies that {@code <base />} runs; empty in the global document
 */
record Compilation(PolicyLocation spot, PolicyEnvironment deployment, Optional<Pipeline> broader) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    Section section() {
        return spot.section();
    }

    /** The compilation of the content of one of several siblings. */
    Compilation within(XmlElement element, List<XmlElement> siblings) {
        return new Compilation(spot.at(element, siblings), deployment, broader);
    }

    /**
     * Compiles statements.
     *
     * @throws PolicyRefused with the faults of all of them
     */
    Sequence sequence(List<XmlElement> elements) {
        List<Policy> policies = new ArrayList<>();
        List<PolicyFault> faults = new ArrayList<>();
        for (XmlElement element : elements) {
            try {
                policies.add(within(element, elements).statement(element));
            } catch (PolicyRefused refused) {
                faults.addAll(refused.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
        return new Sequence(policies);
    }

    private Policy statement(XmlElement element) {
        PolicyKind kind = Catalogue.find(element.name())
                .orElseThrow(() -> refused(element, "is not supported by the local gateway; see docs/gateway.md"));
        if (deployment.sku().lacks(kind.name())) {
            throw refused(element, "does not exist in tier " + deployment.sku().title() + " of API Management");
        }
        if (!kind.sections().contains(section())) {
            throw refused(element, "is not allowed in <" + section().title() + ">");
        }
        check(element, kind.shape().ofStatement());
        Optional<String> id = Optional.ofNullable(element.tag().attributes().get("id"));
        if (id.filter(text -> !ID.matcher(text).matches()).isPresent()) {
            throw refused(element, "id", "must be at most 80 letters, digits, - and _");
        }
        return new Statement(named(element, id), kind.compiler().compile(element, this), spot.place(id));
    }

    /** Named by its id, or by its header, parameter or variable. */
    private static Statement.Named named(XmlElement element, Optional<String> id) {
        String subject = id.or(
                        () -> Optional.ofNullable(element.tag().attributes().get("name")))
                .map(text -> " " + text)
                .orElse("");
        return new Statement.Named(element.name(), element.name() + subject);
    }

    /** Refuses an element with a different shape. */
    void check(XmlElement element, Shape shape) {
        List<PolicyFault> faults = shape.faults(element, spot.document());
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
    }

    /** An attribute that may not be an expression. */
    Optional<String> literal(XmlElement element, String attribute) {
        Optional<String> value = Optional.ofNullable(element.tag().attributes().get(attribute));
        if (value.filter(PolicyValue::isExpression).isPresent()) {
            throw refused(element, attribute, "must not be an expression here");
        }
        return value;
    }

    /** A required attribute that may not be an expression. */
    String needed(XmlElement element, String attribute) {
        return literal(element, attribute).orElseThrow(() -> refused(element, attribute, "is missing"));
    }

    /** An element's text, which may not be an expression. */
    String literalText(XmlElement element) {
        String text = element.text().strip();
        if (PolicyValue.isExpression(text)) {
            throw refused(element, "must not be an expression here");
        }
        return text;
    }

    Expressions expressions() {
        return new Expressions(this);
    }

    PolicyRefused refused(XmlElement element, String why) {
        return new PolicyRefused(List.of(new PolicyFault(spot.document(), element.line(), element.shown(), why)));
    }

    PolicyRefused refused(XmlElement element, String attribute, String why) {
        String subject = element.shown() + " attribute '" + attribute + "'";
        return new PolicyRefused(List.of(new PolicyFault(spot.document(), element.line(), subject, why)));
    }
}
