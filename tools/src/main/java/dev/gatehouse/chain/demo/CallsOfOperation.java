package dev.gatehouse.chain.demo;

import static dev.gatehouse.chain.demo.DemoStage.refused;

import dev.gatehouse.chain.demo.DemoCall.Expected;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The calls of one operation.
 *
 * @param opensWithoutKey whether its function asks for no key
 * @param mayServe whether calls that are let in may be made
 */
record CallsOfOperation(DemoStage stage, Operation operation, boolean opensWithoutKey, boolean mayServe) {
    private static final String NO_SUCH_ROLE = "Another.Role";

    List<DemoCall> all() {
        List<DemoCall> calls = new ArrayList<>();
        Optional<Requirement> requirement = operation.requirement();
        if (requirement.isEmpty()) {
            if (mayServe) {
                calls.add(stage.call(
                        operation,
                        "anybody, as it is public",
                        stage.chain().doors().functionApp(),
                        DemoPath.request(operation),
                        Optional.empty(),
                        new Expected.ByFunction()));
            }
            return calls;
        }
        if (mayServe) {
            admitted(requirement.get()).forEach(calls::add);
        }
        calls.addAll(refusedAtTheGateway(requirement.get()));
        calls.addAll(pastTheGateway(requirement.get()));
        return calls;
    }

    private List<DemoCall> admitted(Requirement requirement) {
        List<DemoCall> calls = new ArrayList<>();
        requirement.appRoles().stream()
                .findFirst()
                .ifPresent(role -> calls.add(stage.atGateway(
                        operation,
                        "an app with role " + role,
                        Optional.of(stage.app(DemoClient.withRole(role))),
                        new Expected.ByFunction())));
        if (!requirement.scopes().isEmpty() && stage.tenant().admitsUsers()) {
            calls.add(stage.atGateway(
                    operation,
                    "a user with scope " + requirement.scopes().get(0),
                    Optional.of(stage.user(DemoUser.ADA)),
                    stage.mayNotCallOnward() ? new Expected.ByFunctionUnlessOnward() : new Expected.ByFunction()));
        }
        return calls;
    }

    private List<DemoCall> refusedAtTheGateway(Requirement requirement) {
        List<DemoCall> calls = new ArrayList<>();
        Expected forbidden = refused(403, Layer.GATEWAY, "requirement-not-met");
        calls.add(
                stage.atGateway(operation, wrongRole(requirement), Optional.of(withWrongRole(requirement)), forbidden));
        List<String> scopes = stage.tenant().contract().scopes().stream()
                .map(scope -> scope.value())
                .toList();
        String last = scopes.isEmpty() ? "" : scopes.get(scopes.size() - 1);
        if (!last.isEmpty()
                && !requirement.scopes().contains(last)
                && stage.tenant().admitsUsers()) {
            calls.add(stage.atGateway(
                    operation,
                    "a user with scope " + last + " only",
                    Optional.of(stage.user(DemoUser.BOB)),
                    forbidden));
        }
        calls.add(stage.atGateway(
                operation,
                "a token for another API",
                Optional.of(stage.forAnotherApi()),
                refused(401, Layer.GATEWAY, "TokenAudienceNotAllowed")));
        calls.add(stage.atGateway(
                operation, "no token", Optional.empty(), refused(401, Layer.GATEWAY, "TokenNotPresent")));
        return calls;
    }

    private Optional<DemoClient> clientWithWrongRole(Requirement requirement) {
        return stage.tenant().clientsOfRoles().stream()
                .filter(client -> requirement.appRoles().stream().noneMatch(client.roles()::contains))
                .findFirst();
    }

    private String wrongRole(Requirement requirement) {
        return clientWithWrongRole(requirement)
                .map(client -> "an app with role " + client.name())
                .orElse("an app with another API's role");
    }

    private Supplier<DemoTokenOutcome> withWrongRole(Requirement requirement) {
        return clientWithWrongRole(requirement).map(stage::app).orElseGet(() -> stage.withRole(NO_SUCH_ROLE));
    }

    /** At the function app's own address. */
    private List<DemoCall> pastTheGateway(Requirement requirement) {
        List<DemoCall> calls = new ArrayList<>();
        boolean isCallers = stage.callersTokenComesThrough();
        Supplier<DemoTokenOutcome> known = isCallers ? withWrongRole(requirement) : stage.gatewayIdentity();
        Expected atGuard =
                isCallers ? refused(403, Layer.GUARD, "role-missing") : refused(400, Layer.GUARD, "forwarded-caller");
        calls.add(stage.call(
                operation,
                "past the gateway, no key",
                stage.chain().doors().functionApp(),
                DemoPath.request(operation),
                Optional.of(known),
                opensWithoutKey ? atGuard : refused(401, Layer.HOST, "function-key")));
        calls.add(stage.call(
                operation,
                "past the gateway, the key, no token",
                stage.chain().doors().functionApp(),
                stage.withKey(operation),
                Optional.empty(),
                refused(401, Layer.EASY_AUTH, "no-token")));
        calls.add(stage.call(
                operation,
                isCallers ? "past the gateway, the key, the wrong role" : "past the gateway, the gateway for no caller",
                stage.chain().doors().functionApp(),
                stage.withKey(operation),
                Optional.of(known),
                atGuard));
        if (mayServe) {
            calls.add(stage.call(
                    operation,
                    "at the host, the key, no token",
                    stage.chain().doors().host(),
                    stage.withKey(operation),
                    Optional.empty(),
                    refused(401, Layer.GUARD, "token-missing")));
        }
        return calls;
    }
}
