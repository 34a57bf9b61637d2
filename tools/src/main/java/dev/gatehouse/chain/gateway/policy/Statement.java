package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.ExpressionFailed;
import dev.gatehouse.chain.gateway.expression.LastError;
import java.util.Optional;

/** A policy with its place: a failure in it is reported at this place. */
record Statement(Named named, Policy policy, LastError.Place place) implements Policy {

    /**
     * The statement's names.
     *
     * @param shown including what distinguishes it from others of its kind
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

    /** The innermost statement sets it first. */
    private PolicyOutcome located(PolicyOutcome outcome) {
        return outcome instanceof PolicyOutcome.Failed failed && failed.error().isEmpty()
                ? new PolicyOutcome.Failed(failed.exchange(), failed.failure(), Optional.of(error(failed.failure())))
                : outcome;
    }

    private LastError error(PolicyFailure failure) {
        return new LastError(new LastError.Cause(named.kind(), failure.reason(), failure.detail()), Optional.of(place));
    }
}
