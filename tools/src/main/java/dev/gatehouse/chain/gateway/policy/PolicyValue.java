package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.PolicyExpression;

/** A text in a policy. */
sealed interface PolicyValue {

    String in(Exchange exchange);

    static boolean isExpression(String text) {
        return text.contains("@(") || text.contains("@{");
    }

    /** A literal text. */
    record Literal(String text) implements PolicyValue {
        @Override
        public String in(Exchange exchange) {
            return text;
        }
    }

    /** A text that is computed for each call. */
    record Computed(PolicyExpression expression) implements PolicyValue {
        @Override
        public String in(Exchange exchange) {
            return expression.text(exchange.context());
        }
    }
}
