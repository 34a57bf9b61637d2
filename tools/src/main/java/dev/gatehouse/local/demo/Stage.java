package dev.gatehouse.local.demo;

import dev.gatehouse.local.chain.Chain;
import dev.gatehouse.local.deployment.Deployment;
import dev.gatehouse.local.deployment.Flow;
import dev.gatehouse.local.entra.TokenDraft;
import dev.gatehouse.local.entra.TokenForge;
import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the calls of the demonstration are made with.
 *
 * @param row takes each call as it is answered
 */
record Stage(DemoCalls calls, Clients clients, TokenForge forge, Deployment deployment, Consumer<Row> row) {
    static final Request LIST = Request.get("/accounts");
    static final Request WHO_AM_I = Request.get("/whoami");
    static final Request PROVISION =
            Request.post("/accounts", "application/json", "{\"id\":\"ada\",\"displayName\":\"Ada\"}");

    private static final long YEARS_AGO = 1_700_000_000L;

    static Stage of(Chain chain, DemoSecret secret, Consumer<Row> row) {
        return new Stage(
                new DemoCalls(chain), new Clients(chain, secret), chain.entra().forge(), chain.deployment(), row);
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

    TokenOutcome app(DemoClient client) {
        return clients.app(client, frontUri());
    }

    TokenOutcome user(DemoUser user) {
        return clients.user(user, frontUri());
    }

    /** A token whose claims were changed, with the signature it had. */
    TokenOutcome tampered() {
        String[] good = valid().compact().split("\\.", -1);
        String[] changed =
                valid().claim("roles", List.of(DemoTenant.PROVISION)).compact().split("\\.", -1);
        return new TokenOutcome.Issued(good[0] + "." + changed[1] + "." + good[2]);
    }

    TokenOutcome expired() {
        return new TokenOutcome.Issued(
                valid().claim("nbf", YEARS_AGO).claim("exp", YEARS_AGO + 3600).compact());
    }

    /** Entra would issue none, as the API asks for one version: it is forged, with Entra's own key. */
    TokenOutcome ofOtherVersion() {
        return new TokenOutcome.Issued(forge.inVersion(otherVersion())
                .app(readerId(), front().clientId())
                .compact());
    }

    /** The version that the API does not ask for. */
    int otherVersion() {
        return "2.0".equals(valid().claims().get("ver")) ? 1 : 2;
    }

    /** A client's own token for the API behind the gateway: Entra would issue none, so it is forged. */
    TokenOutcome readerForTheApi() {
        return new TokenOutcome.Issued(forge.app(readerId(), apiId()).compact());
    }

    TokenOutcome gatewayIdentity() {
        return new TokenOutcome.Issued(
                forge.managedIdentity(deployment.gatewayIdentities().get(0), apiId())
                        .compact());
    }

    private TokenDraft valid() {
        return forge.app(readerId(), frontUri());
    }
}
