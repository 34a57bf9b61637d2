package dev.gatehouse.chain.gateway.policy;

import java.util.List;
import java.util.stream.Stream;

/** Policies in order, until one returns a response or fails. */
record Sequence(List<Policy> policies) implements Policy {

    Sequence {
        policies = List.copyOf(policies);
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        Exchange current = exchange;
        for (Policy policy : policies) {
            PolicyOutcome outcome = policy.apply(current);
            if (!(outcome instanceof PolicyOutcome.Next next)) {
                return outcome;
            }
            current = next.exchange();
        }
        return new PolicyOutcome.Next(current);
    }

    /** The {@code cors} policies directly in a section, here or in a broader scope by {@code base}. */
    Stream<Cors> crossOrigin() {
        return policies.stream()
                .map(policy -> policy instanceof Statement statement ? statement.policy() : policy)
                .flatMap(policy -> policy instanceof Sequence base
                        ? base.crossOrigin()
                        : Stream.of(policy).filter(Cors.class::isInstance).map(Cors.class::cast));
    }
}
