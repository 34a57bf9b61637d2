package dev.gatehouse.local.demo;

import static dev.gatehouse.local.demo.DemoClient.PROVISIONER;
import static dev.gatehouse.local.demo.DemoClient.READER;
import static dev.gatehouse.local.demo.DemoClient.UNASSIGNED;
import static dev.gatehouse.local.demo.DemoClient.UNLISTED;
import static dev.gatehouse.local.journey.Layer.EASY_AUTH;
import static dev.gatehouse.local.journey.Layer.GATEWAY;
import static dev.gatehouse.local.journey.Layer.GUARD;
import static dev.gatehouse.local.journey.Layer.HOST;

import dev.gatehouse.local.chain.Chain;
import dev.gatehouse.local.entra.TokenDraft;
import dev.gatehouse.local.entra.TokenForge;
import dev.gatehouse.local.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The calls that show what the chain does: through the gateway, and past it. */
public final class Demonstration {
    private static final String READER_ID = READER.principal().clientId();
    private static final Request LIST = Request.get("/accounts");
    private static final Request WHO_AM_I = Request.get("/whoami");
    private static final Request PROVISION =
            Request.post("/accounts", "application/json", "{\"id\":\"ada\",\"displayName\":\"Ada\"}");

    private static final long YEARS_AGO = 1_700_000_000L;

    private final Chain chain;
    private final DemoCalls calls;
    private final Clients clients;
    private final String api;

    public Demonstration(Chain chain, DemoSecret secret) {
        this.chain = chain;
        this.calls = new DemoCalls(chain);
        this.clients = new Clients(chain, secret);
        this.api = DemoTenant.apiUri(chain.entra().directory());
    }

    /** Makes all calls, one after the other, and tells of each as it is answered. */
    public List<Row> run(Consumer<Row> progress) {
        List<Row> rows = new ArrayList<>();
        Consumer<Row> each = row -> {
            rows.add(row);
            progress.accept(row);
        };
        throughTheGateway(each);
        refusedByTheGateway(each);
        pastTheGateway(each);
        return List.copyOf(rows);
    }

    private void throughTheGateway(Consumer<Row> row) {
        TokenOutcome reader = clients.app(READER, api);
        TokenOutcome ada = clients.user(DemoUser.ADA, api);
        row.accept(calls.gateway("an app with the role lists accounts", LIST, reader, Expected.served(200)));
        row.accept(calls.gateway("a user with the scope lists accounts", LIST, ada, Expected.served(200)));
        row.accept(calls.gateway(
                "a managed identity with the role lists accounts",
                LIST,
                clients.managedIdentity(api),
                Expected.served(200)));
        row.accept(calls.gateway(
                "an app with the other role provisions one",
                PROVISION,
                clients.app(PROVISIONER, api),
                Expected.served(201)));
        row.accept(calls.gateway(
                "the app asks who it is", WHO_AM_I, reader, Expected.served(200), "\"client\":\"" + READER_ID + "\""));
        row.accept(calls.gateway(
                "a user without the scope",
                LIST,
                clients.user(DemoUser.BOB, api),
                Expected.refused(403, GATEWAY, "requirement-not-met")));
        row.accept(calls.gateway(
                "an app without the operation's role",
                PROVISION,
                reader,
                Expected.refused(403, GATEWAY, "requirement-not-met")));
    }

    private void refusedByTheGateway(Consumer<Row> row) {
        TokenForge forge = chain.entra().forge();
        TokenDraft valid = forge.app(READER_ID, api);
        row.accept(calls.gateway("no token", LIST, Expected.refused(401, GATEWAY, "TokenNotPresent")));
        row.accept(calls.gateway(
                "a token that was changed",
                LIST,
                tampered(valid),
                Expected.refused(401, GATEWAY, "TokenSignatureInvalid")));
        row.accept(calls.gateway(
                "an expired token", LIST, expired(valid), Expected.refused(401, GATEWAY, "TokenExpired")));
        row.accept(calls.gateway(
                "a token for another API",
                LIST,
                clients.app(READER, DemoTenant.otherAppIdUri()),
                Expected.refused(401, GATEWAY, "TokenAudienceNotAllowed")));
        row.accept(calls.gateway(
                "a token of the other version",
                LIST,
                otherVersion(),
                Expected.refused(401, GATEWAY, "TokenClaimValueNotAllowed")));
        row.accept(calls.gateway(
                "a client that is not on the allow-list",
                LIST,
                clients.app(UNLISTED, api),
                Expected.refused(401, GATEWAY, "client-not-allowed")));
        row.accept(calls.gateway(
                "a client without any role asks for a token",
                LIST,
                clients.app(UNASSIGNED, api),
                Expected.noToken("AADSTS501051")));
        row.accept(calls.gateway(
                "a user who did not consent asks for one",
                LIST,
                clients.user(DemoUser.EVE, api),
                Expected.noToken("AADSTS65001")));
    }

    private void pastTheGateway(Consumer<Row> row) {
        TokenOutcome reader = clients.app(READER, api);
        row.accept(calls.functionApp(
                "past the gateway: a good token, no key", LIST, reader, Expected.refused(401, HOST, "function-key")));
        row.accept(calls.functionApp(
                "past the gateway: the key, no token",
                calls.withKey(LIST),
                Expected.refused(401, EASY_AUTH, "no-token")));
        row.accept(calls.functionApp(
                "past the gateway: the key, a token without the role",
                calls.withKey(PROVISION),
                reader,
                Expected.refused(403, GUARD, "role-missing")));
        row.accept(calls.host(
                "at the host alone: a token of the other version",
                calls.withKey(LIST),
                otherVersion(),
                Expected.refused(401, GUARD, "version-not-accepted")));
        row.accept(calls.functionApp(
                "past the gateway: a forged X-MS-CLIENT-PRINCIPAL is ignored",
                calls.withKey(WHO_AM_I).with("X-MS-CLIENT-PRINCIPAL-ID", "somebody-else"),
                reader,
                Expected.served(200),
                "\"client\":\"" + READER_ID + "\""));
        row.accept(calls.functionApp("health, open to everybody", Request.get("/health"), Expected.served(200)));
    }

    /** One character of the payload changed, the signature as it was. */
    private static TokenOutcome tampered(TokenDraft valid) {
        String[] parts = valid.compact().split("\\.", -1);
        String[] other =
                valid.claim("roles", List.of(DemoTenant.PROVISION)).compact().split("\\.", -1);
        return new TokenOutcome.Issued(parts[0] + "." + other[1] + "." + parts[2]);
    }

    private static TokenOutcome expired(TokenDraft valid) {
        return new TokenOutcome.Issued(
                valid.claim("nbf", YEARS_AGO).claim("exp", YEARS_AGO + 3600).compact());
    }

    /** Entra would issue none, as the API asks for one version: it is forged, with Entra's own key. */
    private TokenOutcome otherVersion() {
        TokenForge forge = chain.entra().forge();
        boolean second = "2.0"
                .equals(forge.app(READER_ID, DemoTenant.apiClientId()).claims().get("ver"));
        return new TokenOutcome.Issued(forge.inVersion(second ? 1 : 2)
                .app(READER_ID, DemoTenant.apiClientId())
                .compact());
    }
}
