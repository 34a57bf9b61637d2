package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Expression;
import dev.gatehouse.local.gateway.expression.ExpressionRefused;
import dev.gatehouse.local.gateway.expression.LastError;
import dev.gatehouse.local.gateway.expression.Type;
import java.util.Set;

/** Reads what may be an expression, and refuses one of what there is not yet in its section, or may not be told there. */
record Expressions(Compilation compilation) {
    /** A text that may be an expression of type string. */
    Value value(Element element, String text) {
        String stripped = text.strip();
        return Value.isExpression(stripped)
                ? new Value.Computed(expression(element, stripped, Type.STRING))
                : new Value.Literal(stripped);
    }

    /** An element's text for the other side of the call, which may be an expression of type string. */
    Value told(Element element) {
        Value value = value(element, element.text());
        if (value instanceof Value.Computed computed
                && computed.expression().uses().contains(LastError.NAME)) {
            throw compilation.refused(element, "would tell the caller of context.LastError; write a <trace>");
        }
        return value;
    }

    Expression expression(Element element, String text, Type type) {
        return expression(element, text, Set.of(type));
    }

    /** Of the sections only outbound and on-error have an answer; elsewhere Azure's is null. */
    Expression expression(Element element, String text, Set<Type> types) {
        Expression expression = parsed(element, text, types);
        if (expression.uses().contains("Response") && !compilation.section().isAboutTheAnswer()) {
            throw compilation.refused(
                    element, "uses context.Response, which there is in <outbound> and <on-error> only");
        }
        return expression;
    }

    /** An expression that is computed when the answer is there. */
    Expression finalExpression(Element element, String text, Type type) {
        return parsed(element, text, Set.of(type));
    }

    /** Of the sections only on-error has a last error; elsewhere Azure's is null. */
    private Expression parsed(Element element, String text, Set<Type> types) {
        try {
            Expression expression = Expression.parse(text.strip(), types);
            if (expression.uses().contains(LastError.NAME) && compilation.section() != Section.ON_ERROR) {
                throw compilation.refused(element, "uses context.LastError, which there is in <on-error> only");
            }
            return expression;
        } catch (ExpressionRefused refused) {
            throw compilation.refused(element, "has an expression that is not executed, " + refused.getMessage());
        }
    }
}
