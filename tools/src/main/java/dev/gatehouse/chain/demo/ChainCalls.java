package dev.gatehouse.chain.demo;

import static dev.gatehouse.chain.demo.DemoStage.refused;

import dev.gatehouse.chain.demo.DemoCall.Expected;
import dev.gatehouse.chain.forgery.ForgedHeaders;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The calls that are the same for every operation, made once: for one of them.
 *
 * @param operation that applications may call
 * @param mayServe whether calls that are let in may be made
 */
record ChainCalls(DemoStage stage, Operation operation, DemoClient client, boolean mayServe) {
    private static final Expected NOT_ALLOWED = refused(403, Layer.GUARD, "client-not-allowed");

    List<DemoCall> all() {
        List<DemoCall> calls = new ArrayList<>();
        if (mayServe) {
            calls.add(gateway(
                    "a managed identity with role " + client.name(),
                    stage.managedIdentity(),
                    new Expected.ByFunction()));
        }
        calls.addAll(tokens());
        calls.addAll(keys());
        calls.add(forgedHeaders());
        calls.addAll(stage.callersTokenComesThrough() ? withCallersToken() : withGatewaysIdentity());
        return calls;
    }

    private List<DemoCall> tokens() {
        return List.of(
                gateway(
                        "a token that was changed",
                        stage.changed(),
                        refused(401, Layer.GATEWAY, "TokenSignatureInvalid")),
                gateway("an expired token", stage.expired(), refused(401, Layer.GATEWAY, "TokenExpired")),
                gateway(
                        "a version " + stage.drafts().otherVersion() + " token",
                        stage.ofOtherVersion(),
                        refused(401, Layer.GATEWAY, "TokenClaimValueNotAllowed")),
                gateway(
                        "a client that is not on the allow-list",
                        stage.app(DemoClient.UNLISTED),
                        refused(401, Layer.GATEWAY, "client-not-allowed")),
                gateway(
                        "a client without any role asks for a token",
                        stage.app(DemoClient.UNASSIGNED),
                        new Expected.NoToken("AADSTS501051")),
                gateway(
                        "a user who did not consent asks for a token",
                        stage.user(DemoUser.EVE),
                        new Expected.NoToken("AADSTS65001")));
    }

    private List<DemoCall> keys() {
        Request request = DemoPath.request(operation);
        Optional<Supplier<DemoTokenOutcome>> token = Optional.of(stage.app(client));
        return List.of(
                stage.call(
                        operation,
                        "no subscription key",
                        stage.chain().doors().gateway(),
                        request,
                        token,
                        refused(401, Layer.GATEWAY, "SubscriptionKeyNotFound")),
                stage.call(
                        operation,
                        "a wrong subscription key",
                        stage.chain().doors().gateway(),
                        request.with(DemoStage.SUBSCRIPTION_KEY, "wrong"),
                        token,
                        refused(401, Layer.GATEWAY, "SubscriptionKeyInvalid")));
    }

    /** Headers that name a caller with the right, sent by a client without it. */
    private DemoCall forgedHeaders() {
        Request request = forged(DemoPath.request(operation)
                .with(DemoStage.SUBSCRIPTION_KEY, stage.chain().keys().subscription()));
        return stage.call(
                operation,
                "the wrong role, headers that name another caller",
                stage.chain().doors().gateway(),
                request,
                Optional.of(stage.withRole("Another.Role")),
                refused(403, Layer.GATEWAY, "requirement-not-met"));
    }

    private Request forged(Request request) {
        return new ForgedHeaders(client.clientId(), client.principal().objectId(), client.roles()).on(request);
    }

    private List<DemoCall> withCallersToken() {
        return List.of(
                stage.call(
                        operation,
                        "at the host, a version " + stage.drafts().otherVersion() + " token",
                        stage.chain().doors().host(),
                        stage.withKey(operation),
                        Optional.of(stage.ofOtherVersion()),
                        refused(401, Layer.GUARD, "version-not-accepted")),
                stage.call(
                        operation,
                        "past the gateway, forged headers, the wrong role",
                        stage.chain().doors().functionApp(),
                        forged(stage.withKey(operation)),
                        Optional.of(stage.withRole("Another.Role")),
                        refused(403, Layer.GUARD, "role-missing")));
    }

    private List<DemoCall> withGatewaysIdentity() {
        Request keyed = stage.withKey(operation);
        Supplier<DemoTokenOutcome> own = stage.clientForTheApi();
        return List.of(
                stage.call(
                        operation,
                        "past the gateway, a client's token for the gateway",
                        stage.chain().doors().functionApp(),
                        keyed,
                        Optional.of(stage.app(client)),
                        refused(401, Layer.EASY_AUTH, "audience")),
                stage.call(
                        operation,
                        "past the gateway, a client's token for the API",
                        stage.chain().doors().functionApp(),
                        keyed,
                        Optional.of(own),
                        refused(403, Layer.EASY_AUTH, "allowedApplications")),
                stage.call(
                        operation,
                        "at the host, a client's token for the API",
                        stage.chain().doors().host(),
                        keyed,
                        Optional.of(own),
                        NOT_ALLOWED),
                stage.call(
                        operation,
                        "at the host, the same, naming another caller",
                        stage.chain().doors().host(),
                        forged(keyed),
                        Optional.of(own),
                        NOT_ALLOWED));
    }

    private DemoCall gateway(String caller, Supplier<DemoTokenOutcome> token, Expected expected) {
        return stage.atGateway(operation, caller, Optional.of(token), expected);
    }
}
