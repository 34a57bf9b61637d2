package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.token.EntraTokens;
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
}
