package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionRefused;
import dev.gatehouse.chain.gateway.expression.ExpressionType;
import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.gateway.expression.PolicyExpression;
import dev.gatehouse.xml.XmlElement;
import java.util.Set;

/** Reads what may be an expression, and refuses one of what there is not yet in its section, or may not be told there. */
record Expressions(Compilation compilation) {
    /** A text that may be an expression of type string. */
    PolicyValue value(XmlElement element, String text) {
        String stripped = text.strip();
        return PolicyValue.isExpression(stripped)
                ? new PolicyValue.Computed(expression(element, stripped, ExpressionType.STRING))
                : new PolicyValue.Literal(stripped);
    }

    /** An element's text for the other side of the call, which may be an expression of type string. */
    PolicyValue told(XmlElement element) {
        PolicyValue value = value(element, element.text());
        if (value instanceof PolicyValue.Computed computed
                && computed.expression().uses().contains(LastError.NAME)) {
            throw compilation.refused(element, "would tell the caller of context.LastError; write a <trace>");
        }
        return value;
    }

    PolicyExpression expression(XmlElement element, String text, ExpressionType type) {
        return expression(element, text, Set.of(type));
    }

    /** Of the sections only outbound and on-error have an answer; elsewhere Azure's is null. */
    PolicyExpression expression(XmlElement element, String text, Set<ExpressionType> types) {
        PolicyExpression expression = parsed(element, text, types);
        if (expression.uses().contains("Response") && !compilation.section().isAboutTheAnswer()) {
            throw compilation.refused(
                    element, "uses context.Response, which there is in <outbound> and <on-error> only");
        }
        return expression;
    }

    /** An expression that is computed when the answer is there. */
    PolicyExpression finalExpression(XmlElement element, String text, ExpressionType type) {
        return parsed(element, text, Set.of(type));
    }

    /** Of the sections only on-error has a last error; elsewhere Azure's is null. */
    private PolicyExpression parsed(XmlElement element, String text, Set<ExpressionType> types) {
        try {
            PolicyExpression expression = PolicyExpression.parse(text.strip(), types);
            if (expression.uses().contains(LastError.NAME) && compilation.section() != Section.ON_ERROR) {
                throw compilation.refused(element, "uses context.LastError, which there is in <on-error> only");
            }
            return expression;
        } catch (ExpressionRefused refused) {
            throw compilation.refused(element, "has an expression that is not executed, " + refused.getMessage());
        }
    }
}
