package dev.gatehouse.local.gateway.policy;

/** A compiled policy statement; called by many threads at once. */
@FunctionalInterface
interface Policy {
    Outcome apply(Exchange exchange);
}
