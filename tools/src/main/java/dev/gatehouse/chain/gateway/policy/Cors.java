package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.EnumSet;
import java.util.Optional;

/**
 * {@code cors}: allows pages of other origins to call; browsers enforce it, other clients are not affected.
 *
 * @param terminates whether a call from an unknown origin ends here, with 200 and an empty body
 */
record Cors(CrossOrigin allowed, boolean terminates) implements Policy {

    /** Adds the CORS headers to the response, for a page that may call. */
    private record Grant(CrossOrigin allowed, String origin) implements ResponseAction {
        @Override
        public Response finish(Context context, Response response) {
            return allowed.granted(origin, response);
        }
    }

    static final PolicyKind KIND = new PolicyKind(
            "cors",
            EnumSet.of(Section.INBOUND),
            Shape.empty()
                    .allowing("allow-credentials", "terminate-unmatched-request")
                    .holding("allowed-origins", "allowed-methods", "allowed-headers", "expose-headers"),
            (element, compilation) -> new Cors(
                    CrossOriginReader.read(element, compilation),
                    new Attributes(element, compilation).flag("terminate-unmatched-request", true)));

    /** The response to a preflight request; empty when another policy may know the origin. */
    Optional<Response> preflight(Request request) {
        String origin = request.headers().joined("Origin").orElse("");
        if (allowed.includes(origin)) {
            return Optional.of(allowed.preflight(origin));
        }
        return terminates ? Optional.of(Response.empty(200)) : Optional.empty();
    }

    /** Only the first policy that knows the origin is used. */
    @Override
    public PolicyOutcome apply(Exchange exchange) {
        Optional<String> origin = exchange.request().headers().joined("Origin");
        if (origin.isEmpty() || exchange.finishes().stream().anyMatch(Grant.class::isInstance)) {
            return new PolicyOutcome.Next(exchange);
        }
        if (allowed.includes(origin.get())) {
            return new PolicyOutcome.Next(exchange.finishing(new Grant(allowed, origin.get())));
        }
        return terminates
                ? new PolicyOutcome.Answered(exchange, Response.empty(200), Optional.empty())
                : new PolicyOutcome.Next(exchange);
    }
}
