package dev.gatehouse.local.demo;

import dev.gatehouse.local.chain.Chain;
import dev.gatehouse.local.entra.TokenDraft;
import dev.gatehouse.local.entra.TokenForge;
import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the calls of the demonstration are made with.
 *
 * @param api the App ID URI that clients ask tokens for
 * @param row takes each call as it is answered
 */
record Stage(DemoCalls calls, Clients clients, TokenForge forge, String api, Consumer<Row> row) {
    static final Request LIST = Request.get("/accounts");
    static final Request WHO_AM_I = Request.get("/whoami");
    static final Request PROVISION =
            Request.post("/accounts", "application/json", "{\"id\":\"ada\",\"displayName\":\"Ada\"}");

    private static final long YEARS_AGO = 1_700_000_000L;

    static Stage of(Chain chain, DemoSecret secret, Consumer<Row> row) {
        return new Stage(
                new DemoCalls(chain),
                new Clients(chain, secret),
                chain.entra().forge(),
                DemoTenant.apiUri(chain.entra().directory()),
                row);
    }

    static String readerId() {
        return DemoClient.READER.principal().clientId();
    }

    TokenOutcome app(DemoClient client) {
        return clients.app(client, api);
    }

    TokenOutcome user(DemoUser user) {
        return clients.user(user, api);
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
                .app(readerId(), DemoTenant.apiClientId())
                .compact());
    }

    /** The version that the API does not ask for. */
    int otherVersion() {
        return "2.0".equals(valid().claims().get("ver")) ? 1 : 2;
    }

    private TokenDraft valid() {
        return forge.app(readerId(), api);
    }
}
