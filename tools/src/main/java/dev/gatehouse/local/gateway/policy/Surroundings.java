package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.token.EntraTokens;
import java.time.Clock;

/** What policies reach outside themselves. */
public record Surroundings(Clock clock, EntraTokens tokens, Upstream upstream, ManagedIdentities identities) {

    /** Without managed identities. */
    public Surroundings(Clock clock, EntraTokens tokens, Upstream upstream) {
        this(clock, tokens, upstream, ManagedIdentities.NONE);
    }

    public Surroundings withIdentities(ManagedIdentities others) {
        return new Surroundings(clock, tokens, upstream, others);
    }
}
