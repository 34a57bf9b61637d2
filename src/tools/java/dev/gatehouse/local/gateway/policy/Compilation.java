package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Expression;
import dev.gatehouse.local.gateway.expression.ExpressionRefused;
import dev.gatehouse.local.gateway.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The compilation of one section.
 *
 * @param broader what {@code <base />} stands for; empty in the global document
 */
record Compilation(String document, Section section, Deployment deployment, Optional<Pipeline> broader) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /**
     * Compiles statements.
     *
     * @throws PolicyRefused with the faults of all of them
     */
    Sequence sequence(List<Element> elements) {
        List<Policy> policies = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Element element : elements) {
            try {
                policies.add(policy(element));
            } catch (PolicyRefused refused) {
                faults.addAll(refused.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
        return new Sequence(policies);
    }

    private Policy policy(Element element) {
        PolicyKind kind = Catalogue.find(element.name())
                .orElseThrow(() -> refused(element, "is not executed by the local gateway; see docs/gateway.md"));
        if (!kind.sections().contains(section)) {
            throw refused(element, "does not belong into <" + section.title() + ">");
        }
        check(element, kind.shape().ofStatement());
        String id = element.tag().attributes().getOrDefault("id", "none");
        if (!ID.matcher(id).matches()) {
            throw refused(element, "id", "consists of at most 80 letters, digits, - and _");
        }
        return kind.compiler().compile(element, this);
    }

    /** Refuses an element of another shape. */
    void check(Element element, Shape shape) {
        List<Fault> faults = shape.faults(element, document);
        if (!faults.isEmpty()) {
            throw new PolicyRefused(faults);
        }
    }

    /** An attribute that may not be an expression. */
    Optional<String> literal(Element element, String attribute) {
        Optional<String> value = Optional.ofNullable(element.tag().attributes().get(attribute));
        if (value.filter(Compilation::isExpression).isPresent()) {
            throw refused(element, attribute, "takes no expression here");
        }
        return value;
    }

    /** A required attribute that may not be an expression. */
    String needed(Element element, String attribute) {
        return literal(element, attribute).orElseThrow(() -> refused(element, attribute, "is missing"));
    }

    /** An element's text, which may not be an expression. */
    String literalText(Element element) {
        String text = element.text().strip();
        if (isExpression(text)) {
            throw refused(element, "takes no expression here");
        }
        return text;
    }

    /** A text that may be an expression of type string. */
    Value value(Element element, String text) {
        String stripped = text.strip();
        return isExpression(stripped)
                ? new Value.Computed(expression(element, stripped, Type.STRING))
                : new Value.Literal(stripped);
    }

    Expression expression(Element element, String text, Type type) {
        try {
            return Expression.parse(text.strip(), type);
        } catch (ExpressionRefused refused) {
            throw refused(element, "has an expression that is not executed, " + refused.getMessage());
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("@(") || text.contains("@{");
    }

    PolicyRefused refused(Element element, String why) {
        return new PolicyRefused(List.of(new Fault(document, element.line(), element.shown(), why)));
    }

    PolicyRefused refused(Element element, String attribute, String why) {
        String subject = element.shown() + " attribute '" + attribute + "'";
        return new PolicyRefused(List.of(new Fault(document, element.line(), subject, why)));
    }
}
