package dev.gatehouse.local.gateway.policy;

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
            Outcome outcome = policy.apply(current);
            if (!(outcome instanceof Outcome.Next next)) {
                return outcome;
            }
            current = next.exchange();
        }
        return new Outcome.Next(current);
    }
}
