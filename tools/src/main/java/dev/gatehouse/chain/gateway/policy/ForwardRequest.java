package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.policy.PolicyServices.Upstream;
import dev.gatehouse.chain.http.Request;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.EnumSet;
import java.util.Map;

/** {@code forward-request}: sends the call to its backend, with the backend's credentials. */
record ForwardRequest(Upstream upstream) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "forward-request",
            EnumSet.of(Section.BACKEND),
            Shape.empty(),
            (element, compilation) ->
                    new ForwardRequest(compilation.deployment().surroundings().upstream()));

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        if (exchange.backend().isEmpty()) {
            return failed(exchange, "a backend set by a policy", "no backend");
        }
        Backend backend = exchange.backend().get().backend();
        if (backend.isAt(exchange.context().call().arrival().url().authority())) {
            return failed(exchange, "a backend other than this gateway", backend.origin() + ", an endless loop");
        }
        try {
            return new PolicyOutcome.Next(
                    exchange.withResponse(upstream.forward(outgoing(exchange.request(), backend), backend.origin())));
        } catch (HttpConnectTimeoutException unreachable) {
            return failed(exchange, "a connection to " + backend.origin(), "timeout");
        } catch (HttpTimeoutException late) {
            String expected = "a response from " + backend.origin();
            return new PolicyOutcome.Failed(exchange, PolicyFailure.internal("Timeout", expected, "timeout"));
        } catch (IOException unreachable) {
            return failed(exchange, "a response from " + backend.origin(), unreachable.toString());
        }
    }

    private static Request outgoing(Request request, Backend backend) {
        Request outgoing = request.withTarget(backend.below(request.target()));
        for (Map.Entry<String, String> credential : backend.headers().entrySet()) {
            outgoing = outgoing.with(credential.getKey(), credential.getValue());
        }
        return outgoing;
    }

    private static PolicyOutcome failed(Exchange exchange, String expected, String actual) {
        return new PolicyOutcome.Failed(exchange, PolicyFailure.internal("BackendConnectionFailure", expected, actual));
    }
}
