package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.entra.TokenForge;

/** Tokens with the key of a chain's Entra, among them such as Entra itself would not issue. No other system accepts them. */
public record DemoDrafts(Chain chain, DemoTenant tenant) {
    private static final long YEARS_AGO = 1_700_000_000L;

    /** Of the client whose token every layer accepts. */
    public TokenDraft client() {
        return forge().app(clientId(), frontUri());
    }

    /** Of a client that has a role and is not on any list. */
    public TokenDraft unlisted() {
        return forge().app(DemoClient.UNLISTED.clientId(), frontUri());
    }

    /** In the version that the API is not configured for. */
    TokenDraft clientInOtherVersion() {
        return forge().inVersion(otherVersion()).app(clientId(), frontId());
    }

    /** The token version that the API is not configured for. */
    int otherVersion() {
        return "2.0".equals(client().claims().get("ver")) ? 1 : 2;
    }

    /** A client's own token for the API behind the gateway. */
    public TokenDraft clientForTheApi() {
        return forge().app(clientId(), apiId());
    }

    public TokenDraft gatewayIdentity() {
        return forge().managedIdentity(chain.deployment().gatewayIdentities().get(0), apiId());
    }

    public static TokenDraft expired(TokenDraft token) {
        return token.claim("nbf", YEARS_AGO).claim("exp", YEARS_AGO + 3600);
    }

    private TokenForge forge() {
        return chain.entra().forge();
    }

    private String clientId() {
        return tenant.first().orElse(DemoClient.UNASSIGNED).clientId();
    }

    /** As clients name it: in a version 1 token it is the audience. */
    private String frontUri() {
        return chain.deployment().registrations().front().api().identifierUris().get(0);
    }

    private String frontId() {
        return chain.deployment().registrations().front().clientId();
    }

    private String apiId() {
        return chain.deployment().registrations().api().clientId();
    }
}
