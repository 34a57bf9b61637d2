package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.gateway.expression.LastError;
import java.util.Optional;

/** A policy where it stands: what fails in it is said to have failed there. */
record Statement(Named named, Policy policy, LastError.Place place) implements Policy {

    /**
     * The statement's names.
     *
     * @param shown with what tells it from others of its kind
     */
    record Named(String kind, String shown) {}

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        return exchange.steps().isEmpty() || policy instanceof Sequence // base: its own statements are the steps
                ? applied(exchange)
                : exchange.steps().get().during(this, exchange);
    }

    PolicyOutcome applied(Exchange exchange) {
        try {
            return located(policy.apply(exchange));
        } catch (ExpressionFailed failed) {
            return located(new PolicyOutcome.Failed(exchange, PolicyFailure.expression(failed)));
        }
    }

    /** The innermost statement is the first to say so. */
    private PolicyOutcome located(PolicyOutcome outcome) {
        return outcome instanceof PolicyOutcome.Failed failed && failed.error().isEmpty()
                ? new PolicyOutcome.Failed(failed.exchange(), failed.failure(), Optional.of(error(failed.failure())))
                : outcome;
    }

    private LastError error(PolicyFailure failure) {
        return new LastError(new LastError.Cause(named.kind(), failure.reason(), failure.detail()), Optional.of(place));
    }
}
