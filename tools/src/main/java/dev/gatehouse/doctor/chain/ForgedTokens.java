package dev.gatehouse.doctor.chain;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.entra.TokenForge;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.doctor.probe.ProbeTokens;
import dev.gatehouse.doctor.probe.TamperedToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A local chain's tokens for the probe, each valid for one day. They are signed with the chain's key; no other system accepts them. */
final class ForgedTokens {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final long LONG_AGO = 1_700_000_000L;
    private static final String OTHER_API = "5eb0d1e5-0000-4000-8000-0000000000a1";

    private final Chain chain;
    private final String client;
    private final TokenForge forge;
    private final Clock clock;

    /** @param tenant whose first client the tokens are of */
    ForgedTokens(Chain chain, DemoTenant tenant, Clock clock) {
        this.chain = chain;
        this.client = tenant.first().orElse(DemoClient.UNASSIGNED).clientId();
        this.forge = chain.entra().forge();
        this.clock = clock;
    }

    ProbeTokens at(Door door) {
        String front = chain.deployment().registrations().front().clientId();
        ProbeTokens clients = of(forge.app(client, front), forge.app(DemoClient.UNLISTED.clientId(), front));
        return door == Door.GATEWAY || chain.deployment().flow() == Flow.CALLER_TOKEN
                ? clients
                : behindTheGateway(clients);
    }

    private ProbeTokens behindTheGateway(ProbeTokens gateway) {
        String api = chain.deployment().registrations().api().clientId();
        String identity = chain.deployment().gatewayIdentities().get(0);
        ProbeTokens tokens = of(forge.managedIdentity(identity, api), forge.app(client, api));
        return tokens.with(
                TamperedToken.OTHER_AUDIENCE, gateway.of(TamperedToken.GOOD).orElseThrow());
    }

    private ProbeTokens of(TokenDraft good, TokenDraft otherClient) {
        return new ProbeTokens(Map.of(
                TamperedToken.GOOD, living(good),
                TamperedToken.EXPIRED,
                        good.claim("nbf", LONG_AGO)
                                .claim("exp", LONG_AGO + 3600)
                                .compact(),
                TamperedToken.OTHER_AUDIENCE, living(good.claim("aud", OTHER_API)),
                TamperedToken.OTHER_CLIENT, living(otherClient),
                TamperedToken.WITHOUT_ROLE, living(good.withoutClaim("roles"))));
    }

    private String living(TokenDraft draft) {
        return draft.claim("exp", clock.instant().plus(LIFE).getEpochSecond()).compact();
    }
}
