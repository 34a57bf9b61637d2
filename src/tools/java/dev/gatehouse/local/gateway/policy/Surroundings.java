package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.token.EntraTokens;
import java.time.Clock;

/** What policies reach outside themselves. */
public record Surroundings(
        Clock clock, EntraTokens tokens, Upstream upstream, ManagedIdentities identities, Traces traces) {

    /** Without managed identities, and with nobody who looks at traces. */
    public Surroundings(Clock clock, EntraTokens tokens, Upstream upstream) {
        this(clock, tokens, upstream, ManagedIdentities.NONE, Traces.NONE);
    }

    public Surroundings withIdentities(ManagedIdentities others) {
        return new Surroundings(clock, tokens, upstream, others, traces);
    }

    public Surroundings withTraces(Traces others) {
        return new Surroundings(clock, tokens, upstream, identities, others);
    }
}
