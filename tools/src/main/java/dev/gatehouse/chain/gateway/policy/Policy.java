package dev.gatehouse.chain.gateway.policy;

/** A compiled policy statement; called by many threads at once. */
@FunctionalInterface
interface Policy {
    PolicyOutcome apply(Exchange exchange);
}
