package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.token.EntraTokens;
import java.time.Clock;

/** What policies reach outside themselves. */
public record Surroundings(Clock clock, EntraTokens tokens, Upstream upstream) {}
