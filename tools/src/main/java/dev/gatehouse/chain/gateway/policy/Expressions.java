package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionRefused;
import dev.gatehouse.chain.gateway.expression.ExpressionType;
import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.gateway.expression.PolicyExpression;
import dev.gatehouse.xml.XmlElement;
import java.util.Set;

/** Reads values that may be expressions; refuses an expression whose data does not exist or must stay secret in its section. */
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
            throw compilation.refused(element, "would reveal context.LastError to the caller; write a <trace> instead");
        }
        return value;
    }

    PolicyExpression expression(XmlElement element, String text, ExpressionType type) {
        return expression(element, text, Set.of(type));
    }

    /** Only outbound and on-error have a response; in other sections it is null in Azure. */
    PolicyExpression expression(XmlElement element, String text, Set<ExpressionType> types) {
        PolicyExpression expression = parsed(element, text, types);
        if (expression.uses().contains("Response") && !compilation.section().isAboutTheAnswer()) {
            throw compilation.refused(element, "uses context.Response, which exists only in <outbound> and <on-error>");
        }
        return expression;
    }

    /** An expression that is computed when the response exists. */
    PolicyExpression finalExpression(XmlElement element, String text, ExpressionType type) {
        return parsed(element, text, Set.of(type));
    }

    /** Only on-error has a last error; in other sections it is null in Azure. */
    private PolicyExpression parsed(XmlElement element, String text, Set<ExpressionType> types) {
        try {
            PolicyExpression expression = PolicyExpression.parse(text.strip(), types);
            if (expression.uses().contains(LastError.NAME) && compilation.section() != Section.ON_ERROR) {
                throw compilation.refused(element, "uses context.LastError, which exists only in <on-error>");
            }
            return expression;
        } catch (ExpressionRefused refused) {
            throw compilation.refused(element, "has an unsupported expression: " + refused.getMessage());
        }
    }
}
