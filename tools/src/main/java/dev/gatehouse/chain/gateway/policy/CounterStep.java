package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.gateway.expression.ExpressionType;
import dev.gatehouse.chain.gateway.expression.PolicyExpression;
import dev.gatehouse.xml.XmlElement;
import java.util.Optional;

/**
 * The amount that a call adds to the count.
 *
 * @param fixed the amount when there is no expression
 * @param condition whether the call counts; like the count, it is computed when the response exists
 */
record CounterStep(int fixed, Optional<PolicyExpression> condition, Optional<PolicyExpression> count) {
    static final String[] ATTRIBUTES = {"increment-condition", "increment-count"};
    private static final int MOST = 1_000_000;

    static CounterStep compile(XmlElement element, Compilation compilation) {
        String condition = attribute(element, "increment-condition", "true");
        String count = attribute(element, "increment-count", "1");
        boolean computed = PolicyValue.isExpression(condition);
        if (!computed && !condition.equals("true") && !condition.equals("false")) {
            throw compilation.refused(element, "increment-condition", "must be true, false or an expression");
        }
        boolean given = element.tag().attributes().containsKey("increment-count") && !PolicyValue.isExpression(count);
        int fixed = given ? new Attributes(element, compilation).number("increment-count", 1, MOST) : 1;
        return new CounterStep(
                condition.equals("false") ? 0 : fixed,
                computed
                        ? Optional.of(
                                compilation.expressions().finalExpression(element, condition, ExpressionType.BOOL))
                        : Optional.empty(),
                PolicyValue.isExpression(count)
                        ? Optional.of(compilation.expressions().finalExpression(element, count, ExpressionType.INT))
                        : Optional.empty());
    }

    private static String attribute(XmlElement element, String name, String otherwise) {
        return element.tag().attributes().getOrDefault(name, otherwise).strip();
    }

    boolean isDeferred() {
        return condition.isPresent() || count.isPresent();
    }

    int of(Context context) {
        if (fixed == 0 || condition.filter(test -> !test.isTrue(context)).isPresent()) {
            return 0;
        }
        int calls = count.map(expression -> expression.number(context)).orElse(fixed);
        if (calls < 0) {
            throw new ExpressionFailed("increment-count is negative");
        }
        return calls;
    }
}
