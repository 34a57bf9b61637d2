package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.token.EntraTokens;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.IOException;
import java.time.Clock;

/** External services that policies use. */
public record PolicyServices(Clock clock, EntraTokens tokens, Upstream upstream, ManagedIdentities identities) {

    /** Without managed identities. */
    public PolicyServices(Clock clock, EntraTokens tokens, Upstream upstream) {
        this(clock, tokens, upstream, ManagedIdentities.NONE);
    }

    public PolicyServices withIdentities(ManagedIdentities others) {
        return new PolicyServices(clock, tokens, upstream, others);
    }

    /** Sends a request to a backend's origin. */
    @FunctionalInterface
    public interface Upstream {

        /** @throws IOException when the backend cannot be reached or does not answer in time */
        Response forward(Request request, String origin) throws IOException;
    }
}
