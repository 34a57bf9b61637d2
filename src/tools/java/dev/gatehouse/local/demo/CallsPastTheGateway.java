package dev.gatehouse.local.demo;

import static dev.gatehouse.local.demo.Stage.LIST;
import static dev.gatehouse.local.demo.Stage.PROVISION;
import static dev.gatehouse.local.demo.Stage.WHO_AM_I;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.journey.Layer;

/** Calls at the function app's own address, and at the host alone. */
record CallsPastTheGateway(Stage stage) {

    void run() {
        DemoCalls calls = stage.calls();
        TokenOutcome reader = stage.app(DemoClient.READER);
        Expected noKey = Expected.refused(401, Layer.HOST, "function-key");
        Expected noToken = Expected.refused(401, Layer.EASY_AUTH, "no-token");
        Expected noRole = Expected.refused(403, Layer.GUARD, "role-missing");
        Expected version = Expected.refused(401, Layer.GUARD, "version-not-accepted");
        tell(calls.functionApp("past the gateway: a good token, no key", LIST, reader, noKey));
        tell(calls.functionApp("past the gateway: the key, no token", calls.withKey(LIST), noToken));
        tell(calls.functionApp(
                "past the gateway: the key, a token without the role", calls.withKey(PROVISION), reader, noRole));
        tell(calls.host(
                "at the host alone: a version " + stage.otherVersion() + " token",
                calls.withKey(LIST),
                stage.ofOtherVersion(),
                version));
        tell(forgedPrincipal(calls, reader));
        tell(calls.functionApp("health, open to everybody", Request.get("/health"), Expected.served(200)));
    }

    private static Row forgedPrincipal(DemoCalls calls, TokenOutcome reader) {
        return calls.functionApp(
                "past the gateway: a forged X-MS-CLIENT-PRINCIPAL is ignored",
                calls.withKey(WHO_AM_I).with("X-MS-CLIENT-PRINCIPAL-ID", "somebody-else"),
                reader,
                Expected.served(200),
                "\"client\":\"" + Stage.readerId() + "\"");
    }

    private void tell(Row row) {
        stage.row().accept(row);
    }
}
