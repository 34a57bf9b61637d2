package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoCall.Expected;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.forgery.Forgeries;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.deployment.Flow;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys, tokens and endpoints from which calls are made up. */
record DemoStage(Chain chain, DemoTokens tokens, DemoTenant tenant) {
    static final String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";

    DemoCall atGateway(
            Operation operation, String caller, Optional<Supplier<DemoTokenOutcome>> token, Expected expected) {
        Request request =
                DemoPath.request(operation).with(SUBSCRIPTION_KEY, chain.keys().subscription());
        return call(operation, caller, chain.doors().gateway(), request, token, expected);
    }

    DemoCall call(
            Operation operation,
            String caller,
            URI door,
            Request request,
            Optional<Supplier<DemoTokenOutcome>> token,
            Expected expected) {
        return new DemoCall(title(operation), caller, door, request, token, expected);
    }

    /** Such as {@code GET /accounts/{id}}. */
    static String title(Operation operation) {
        return operation.method() + " /" + operation.route();
    }

    static Expected refused(int status, Layer layer, String reason) {
        return new Expected.Refused(status, layer, reason);
    }

    Request withKey(Operation operation) {
        return DemoPath.request(operation).with("x-functions-key", chain.keys().function());
    }

    boolean callersTokenComesThrough() {
        return chain.deployment().flow() == Flow.CALLER_TOKEN;
    }

    /** The app calls other APIs for its users, but in this flow it never gets their tokens. */
    boolean mayNotCallOnward() {
        return !callersTokenComesThrough() && !tenant.contract().onward().isEmpty();
    }

    String frontUri() {
        return chain.deployment().registrations().front().api().identifierUris().get(0);
    }

    DemoDrafts drafts() {
        return new DemoDrafts(chain, tenant);
    }

    Supplier<DemoTokenOutcome> app(DemoClient client) {
        return () -> tokens.app(client, frontUri());
    }

    Supplier<DemoTokenOutcome> user(DemoUser user) {
        return () -> tokens.user(user, frontUri());
    }

    Supplier<DemoTokenOutcome> managedIdentity() {
        return () -> tokens.managedIdentity(frontUri());
    }

    Supplier<DemoTokenOutcome> forAnotherApi() {
        return () -> tokens.app(tenant.first().orElse(DemoClient.UNASSIGNED), DemoTenant.otherAppIdUri());
    }

    /** Forged with Entra's key: a role that the API does not have cannot be assigned. */
    Supplier<DemoTokenOutcome> withRole(String role) {
        return issued(() -> drafts().client().claim("roles", List.of(role)));
    }

    Supplier<DemoTokenOutcome> changed() {
        return () ->
                new DemoTokenOutcome.Issued(Forgeries.changed(drafts().client().compact()));
    }

    Supplier<DemoTokenOutcome> expired() {
        return issued(() -> DemoDrafts.expired(drafts().client()));
    }

    Supplier<DemoTokenOutcome> ofOtherVersion() {
        return issued(() -> drafts().clientInOtherVersion());
    }

    Supplier<DemoTokenOutcome> clientForTheApi() {
        return issued(() -> drafts().clientForTheApi());
    }

    Supplier<DemoTokenOutcome> gatewayIdentity() {
        return issued(() -> drafts().gatewayIdentity());
    }

    private static Supplier<DemoTokenOutcome> issued(Supplier<TokenDraft> draft) {
        return () -> new DemoTokenOutcome.Issued(draft.get().compact());
    }
}
