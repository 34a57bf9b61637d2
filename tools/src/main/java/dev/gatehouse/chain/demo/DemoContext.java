package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.entra.TokenForge;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Flow;
import java.util.List;
import java.util.function.Consumer;

/**
 * The clients, tokens and keys for the calls of the demonstration.
 *
 * @param provision creates an account that does not exist yet
 * @param row receives each call when it is answered
 */
record DemoContext(
        DemoCalls calls,
        DemoClients clients,
        TokenForge forge,
        Deployment deployment,
        Request provision,
        Consumer<DemoRow> row) {
    static final Request LIST = Request.get("/accounts");
    static final Request WHO_AM_I = Request.get("/whoami");
    static final Request PROVISION = provisioning("ada");

    private static final long YEARS_AGO = 1_700_000_000L;

    static DemoContext of(Chain chain, DemoClients clients, Request provision, Consumer<DemoRow> row) {
        return new DemoContext(
                new DemoCalls(chain), clients, chain.entra().forge(), chain.deployment(), provision, row);
    }

    static Request provisioning(String account) {
        return Request.post("/accounts", "application/json", "{\"id\":\"" + account + "\",\"displayName\":\"Ada\"}");
    }

    /** The registration that clients request tokens for. */
    private AppRegistration front() {
        return deployment.registrations().front();
    }

    /** Its App ID URI. */
    String frontUri() {
        return front().api().identifierUris().get(0);
    }

    boolean callersTokenComesThrough() {
        return deployment.flow() == Flow.CALLER_TOKEN;
    }

    private String apiId() {
        return deployment.registrations().api().clientId();
    }

    /** The reader as the function reports it, in both flows. */
    static String reader() {
        return "\"client\":\"" + readerId() + "\"";
    }

    static String readerId() {
        return DemoClient.READER.principal().clientId();
    }

    DemoTokenOutcome app(DemoClient client) {
        return clients.app(client, frontUri());
    }

    DemoTokenOutcome user(DemoUser user) {
        return clients.user(user, frontUri());
    }

    /** A token with changed claims and the original signature. */
    DemoTokenOutcome tampered() {
        String[] good = valid().compact().split("\\.", -1);
        String[] changed =
                valid().claim("roles", List.of(DemoTenant.PROVISION)).compact().split("\\.", -1);
        return new DemoTokenOutcome.Issued(good[0] + "." + changed[1] + "." + good[2]);
    }

    DemoTokenOutcome expired() {
        return new DemoTokenOutcome.Issued(
                valid().claim("nbf", YEARS_AGO).claim("exp", YEARS_AGO + 3600).compact());
    }

    /** Forged with Entra's key: Entra would not issue it, because the API is configured for one token version. */
    DemoTokenOutcome ofOtherVersion() {
        return new DemoTokenOutcome.Issued(forge.inVersion(otherVersion())
                .app(readerId(), front().clientId())
                .compact());
    }

    /** The token version that the API is not configured for. */
    int otherVersion() {
        return "2.0".equals(valid().claims().get("ver")) ? 1 : 2;
    }

    /** A client's own token for the API behind the gateway. It is forged, because Entra would not issue it. */
    DemoTokenOutcome readerForTheApi() {
        return new DemoTokenOutcome.Issued(forge.app(readerId(), apiId()).compact());
    }

    DemoTokenOutcome gatewayIdentity() {
        return new DemoTokenOutcome.Issued(
                forge.managedIdentity(deployment.gatewayIdentities().get(0), apiId())
                        .compact());
    }

    private TokenDraft valid() {
        return forge.app(readerId(), frontUri());
    }
}
