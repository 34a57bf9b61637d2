package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.Expression;

/** A text in a policy. */
sealed interface Value {

    String in(Exchange exchange);

    static boolean isExpression(String text) {
        return text.contains("@(") || text.contains("@{");
    }

    /** A text as it stands. */
    record Literal(String text) implements Value {
        @Override
        public String in(Exchange exchange) {
            return text;
        }
    }

    /** A text that is computed per call. */
    record Computed(Expression expression) implements Value {
        @Override
        public String in(Exchange exchange) {
            return expression.text(exchange.context());
        }
    }
}
