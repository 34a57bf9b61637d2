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
 * What the calls of the demonstration are made with.
 *
 * @param provision provisions an account that is not there
 * @param row takes each call as it is answered
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

    /** The registration that clients ask tokens for. */
    private AppRegistration front() {
        return deployment.registrations().front();
    }

    /** What clients call it. */
    String frontUri() {
        return front().api().identifierUris().get(0);
    }

    boolean callersTokenComesThrough() {
        return deployment.flow() == Flow.CALLER_TOKEN;
    }

    private String apiId() {
        return deployment.registrations().api().clientId();
    }

    /** What the function says of the reader, in either flow. */
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

    /** A token whose claims were changed, with the signature it had. */
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

    /** Entra would issue none, as the API asks for one version: it is forged, with Entra's own key. */
    DemoTokenOutcome ofOtherVersion() {
        return new DemoTokenOutcome.Issued(forge.inVersion(otherVersion())
                .app(readerId(), front().clientId())
                .compact());
    }

    /** The version that the API does not ask for. */
    int otherVersion() {
        return "2.0".equals(valid().claims().get("ver")) ? 1 : 2;
    }

    /** A client's own token for the API behind the gateway: Entra would issue none, so it is forged. */
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
