package dev.gatehouse.chain.demo;

import static dev.gatehouse.chain.demo.DemoContext.LIST;
import static dev.gatehouse.chain.demo.DemoContext.PROVISION;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;

/** Calls that Entra or the gateway refuses. */
record RefusedCalls(DemoContext stage) {

    void run() {
        withoutRight();
        withoutKey();
        withWrongToken();
        noToken("a client without any role requests a token", stage.app(DemoClient.UNASSIGNED), "AADSTS501051");
        noToken("a user who did not consent requests one", stage.user(DemoUser.EVE), "AADSTS65001");
    }

    private void withoutRight() {
        refused("a user without the scope", LIST, stage.user(DemoUser.BOB), 403, "requirement-not-met");
        refused(
                "an app without the operation's role",
                PROVISION,
                stage.app(DemoClient.READER),
                403,
                "requirement-not-met");
    }

    private void withoutKey() {
        wrongKey("a valid token, no subscription key", LIST, "SubscriptionKeyNotFound");
        wrongKey(
                "a valid token, a wrong subscription key",
                LIST.with(DemoCalls.SUBSCRIPTION_KEY, "wrong"),
                "SubscriptionKeyInvalid");
    }

    private void withWrongToken() {
        stage.row()
                .accept(stage.calls()
                        .gateway("no token", LIST, ExpectedAnswer.refused(401, Layer.GATEWAY, "TokenNotPresent")));
        refused("a token that was changed", LIST, stage.tampered(), 401, "TokenSignatureInvalid");
        refused("an expired token", LIST, stage.expired(), 401, "TokenExpired");
        DemoTokenOutcome other = stage.clients().app(DemoClient.READER, DemoTenant.otherAppIdUri());
        refused("a token for another API", LIST, other, 401, "TokenAudienceNotAllowed");
        refused(
                "a version " + stage.otherVersion() + " token",
                LIST,
                stage.ofOtherVersion(),
                401,
                "TokenClaimValueNotAllowed");
        DemoTokenOutcome unlisted = stage.app(DemoClient.UNLISTED);
        refused("a client that is not on the allow-list", LIST, unlisted, 401, "client-not-allowed");
    }

    private void refused(String call, Request request, DemoTokenOutcome token, int status, String reason) {
        ExpectedAnswer expected = ExpectedAnswer.refused(status, Layer.GATEWAY, reason);
        stage.row().accept(stage.calls().gateway(call, request, token, expected));
    }

    private void wrongKey(String call, Request request, String reason) {
        ExpectedAnswer expected = ExpectedAnswer.refused(401, Layer.GATEWAY, reason);
        stage.row().accept(stage.calls().byKey(call, request, stage.app(DemoClient.READER), expected));
    }

    private void noToken(String call, DemoTokenOutcome token, String code) {
        stage.row().accept(stage.calls().gateway(call, LIST, token, ExpectedAnswer.noToken(code)));
    }
}
