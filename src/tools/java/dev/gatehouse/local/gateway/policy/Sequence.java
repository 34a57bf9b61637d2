package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.ExpressionFailed;
import java.util.List;

/** Policies one after another, until one answers or fails. */
record Sequence(List<Policy> policies) implements Policy {

    Sequence {
        policies = List.copyOf(policies);
    }

    @Override
    public Outcome apply(Exchange exchange) {
        Exchange current = exchange;
        for (Policy policy : policies) {
            Outcome outcome = attempt(policy, current);
            if (!(outcome instanceof Outcome.Next next)) {
                return outcome;
            }
            current = next.exchange();
        }
        return new Outcome.Next(current);
    }

    private static Outcome attempt(Policy policy, Exchange exchange) {
        try {
            return policy.apply(exchange);
        } catch (ExpressionFailed failed) {
            String detail = String.valueOf(failed.getMessage());
            return new Outcome.Failed(exchange, Failure.internal("ExpressionValueEvaluationFailure", detail));
        }
    }
}
