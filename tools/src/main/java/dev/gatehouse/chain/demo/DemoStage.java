package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoCall.Expected;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.entra.TokenForge;
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
    private static final long YEARS_AGO = 1_700_000_000L;

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
        return new DemoCall(operation.method() + " /" + operation.route(), caller, door, request, token, expected);
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

    private String frontId() {
        return chain.deployment().registrations().front().clientId();
    }

    private String apiId() {
        return chain.deployment().registrations().api().clientId();
    }

    /** The client whose token every layer accepts. */
    private String clientId() {
        return tenant.first().orElse(DemoClient.UNASSIGNED).clientId();
    }

    private TokenForge forge() {
        return chain.entra().forge();
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
        return issued(() -> valid().claim("roles", List.of(role)));
    }

    /** A token with changed claims and the original signature. */
    Supplier<DemoTokenOutcome> changed() {
        return () -> {
            String[] good = valid().compact().split("\\.", -1);
            String[] changed =
                    valid().claim("roles", List.of("changed")).compact().split("\\.", -1);
            return new DemoTokenOutcome.Issued(good[0] + "." + changed[1] + "." + good[2]);
        };
    }

    Supplier<DemoTokenOutcome> expired() {
        return issued(() -> valid().claim("nbf", YEARS_AGO).claim("exp", YEARS_AGO + 3600));
    }

    /** Forged with Entra's key: Entra would not issue it, because the API is configured for one token version. */
    Supplier<DemoTokenOutcome> ofOtherVersion() {
        return issued(() -> forge().inVersion(otherVersion()).app(clientId(), frontId()));
    }

    /** The token version that the API is not configured for. */
    int otherVersion() {
        return "2.0".equals(valid().claims().get("ver")) ? 1 : 2;
    }

    /** A client's own token for the API behind the gateway. It is forged, because Entra would not issue it. */
    Supplier<DemoTokenOutcome> clientForTheApi() {
        return issued(() -> forge().app(clientId(), apiId()));
    }

    Supplier<DemoTokenOutcome> gatewayIdentity() {
        return issued(() ->
                forge().managedIdentity(chain.deployment().gatewayIdentities().get(0), apiId()));
    }

    private TokenDraft valid() {
        return forge().app(clientId(), frontUri());
    }

    private static Supplier<DemoTokenOutcome> issued(Supplier<TokenDraft> draft) {
        return () -> new DemoTokenOutcome.Issued(draft.get().compact());
    }
}
