package dev.gatehouse.doctor.chain;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoDrafts;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.doctor.probe.ProbeTokens;
import dev.gatehouse.doctor.probe.TamperedToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A local chain's tokens for the probe, each valid for one day. */
record ForgedTokens(Flow flow, DemoDrafts drafts, Clock clock) {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final String OTHER_API = "5eb0d1e5-0000-4000-8000-0000000000a1";

    /** @param tenant whose first client the tokens are of */
    static ForgedTokens of(Chain chain, DemoTenant tenant, Clock clock) {
        return new ForgedTokens(chain.deployment().flow(), new DemoDrafts(chain, tenant), clock);
    }

    ProbeTokens at(Door door) {
        ProbeTokens clients = of(drafts.client(), drafts.unlisted());
        return door == Door.GATEWAY || flow == Flow.CALLER_TOKEN
                ? clients
                : of(drafts.gatewayIdentity(), drafts.clientForTheApi())
                        .with(
                                TamperedToken.OTHER_AUDIENCE,
                                clients.of(TamperedToken.GOOD).orElseThrow());
    }

    private ProbeTokens of(TokenDraft good, TokenDraft otherClient) {
        return new ProbeTokens(Map.of(
                TamperedToken.GOOD, living(good),
                TamperedToken.EXPIRED, DemoDrafts.expired(good).compact(),
                TamperedToken.OTHER_AUDIENCE, living(good.claim("aud", OTHER_API)),
                TamperedToken.OTHER_CLIENT, living(otherClient),
                TamperedToken.WITHOUT_ROLE, living(good.withoutClaim("roles"))));
    }

    private String living(TokenDraft draft) {
        return draft.claim("exp", clock.instant().plus(LIFE).getEpochSecond()).compact();
    }
}
