package dev.gatehouse.chain.demo;

import static dev.gatehouse.chain.demo.DemoContext.LIST;
import static dev.gatehouse.chain.demo.DemoContext.PROVISION;
import static dev.gatehouse.chain.demo.DemoContext.WHO_AM_I;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;

/** Calls that bypass the gateway: at the function app's URL, and directly at the host. */
record CallsPastTheGateway(DemoContext stage) {
    private static final ExpectedAnswer NO_KEY = ExpectedAnswer.refused(401, Layer.HOST, "function-key");
    private static final ExpectedAnswer NO_TOKEN = ExpectedAnswer.refused(401, Layer.EASY_AUTH, "no-token");

    void run() {
        tell(stage.calls()
                .functionApp(
                        "bypassing the gateway: the key, no token",
                        stage.calls().withKey(LIST),
                        NO_TOKEN));
        if (stage.callersTokenComesThrough()) {
            withCallersToken();
        } else {
            withGatewaysIdentity();
        }
        tell(stage.calls().functionApp("health, public", Request.get("/health"), ExpectedAnswer.served(200)));
    }

    private void withGatewaysIdentity() {
        DemoCalls calls = stage.calls();
        Request keyed = calls.withKey(LIST);
        DemoTokenOutcome own = stage.readerForTheApi();
        tell(calls.functionApp(
                "bypassing the gateway: the gateway's identity, no key", LIST, stage.gatewayIdentity(), NO_KEY));
        tell(calls.functionApp(
                "bypassing the gateway: a client's token for the gateway",
                keyed,
                stage.app(DemoClient.READER),
                ExpectedAnswer.refused(401, Layer.EASY_AUTH, "audience")));
        tell(calls.functionApp(
                "bypassing the gateway: a client's own token for the API",
                keyed,
                own,
                ExpectedAnswer.refused(403, Layer.EASY_AUTH, "allowedApplications")));
        ExpectedAnswer notAllowed = ExpectedAnswer.refused(403, Layer.GUARD, "client-not-allowed");
        tell(calls.host("directly at the host: a client's own token for the API", keyed, own, notAllowed));
        tell(calls.host(
                "directly at the host: the same, naming another caller",
                keyed.with("X-Gatehouse-Caller-App", DemoContext.readerId()),
                own,
                notAllowed));
        tell(calls.host(
                "directly at the host: the gateway's identity, naming no caller",
                keyed,
                stage.gatewayIdentity(),
                ExpectedAnswer.refused(400, Layer.GUARD, "forwarded-caller-malformed")));
    }

    private void withCallersToken() {
        DemoCalls calls = stage.calls();
        DemoTokenOutcome reader = stage.app(DemoClient.READER);
        ExpectedAnswer noRole = ExpectedAnswer.refused(403, Layer.GUARD, "role-missing");
        ExpectedAnswer version = ExpectedAnswer.refused(401, Layer.GUARD, "version-not-accepted");
        tell(calls.functionApp("bypassing the gateway: a valid token, no key", LIST, reader, NO_KEY));
        tell(calls.functionApp(
                "bypassing the gateway: the key, a token without the role", calls.withKey(PROVISION), reader, noRole));
        tell(calls.host(
                "directly at the host: a version " + stage.otherVersion() + " token",
                calls.withKey(LIST),
                stage.ofOtherVersion(),
                version));
        tell(forgedPrincipal(calls, reader));
    }

    private static DemoRow forgedPrincipal(DemoCalls calls, DemoTokenOutcome reader) {
        return calls.functionApp(
                "bypassing the gateway: a forged X-MS-CLIENT-PRINCIPAL is ignored",
                calls.withKey(WHO_AM_I).with("X-MS-CLIENT-PRINCIPAL-ID", "somebody-else"),
                reader,
                ExpectedAnswer.served(200),
                "\"client\":\"" + DemoContext.readerId() + "\"");
    }

    private void tell(DemoRow row) {
        stage.row().accept(row);
    }
}
