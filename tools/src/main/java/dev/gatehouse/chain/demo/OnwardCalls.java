package dev.gatehouse.chain.demo;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.chain.demo.DemoCall.Expected;
import dev.gatehouse.chain.entra.LocalEntra;
import dev.gatehouse.chain.entra.directory.AccessPolicy;
import dev.gatehouse.chain.entra.directory.AccessPolicy.Demand;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.Grants;
import dev.gatehouse.contract.Contract.OnwardApi;
import dev.gatehouse.contract.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A user's calls of an operation that calls another API on the user's behalf: before consent is given, while a policy
 * demands more of the user, and as deployed. The tenant is changed for each call, and changed back. The contract does not say which
 * operations call onward, but Entra sees it.
 */
record OnwardCalls(DemoStage stage) {
    private static final String POLICY = "00000000-0000-4000-8000-00000000ca01";

    /** Where calls onward are possible at all: the caller's token must come through. */
    boolean arePossible() {
        return stage.callersTokenComesThrough()
                && !stage.tenant().contract().onward().isEmpty()
                && stage.tenant().admitsUsers();
    }

    /** Before the app has a token for this user, which it keeps; empty where the operation calls no other API. */
    List<CallRow> rows(Operation operation, DemoCaller caller) {
        boolean isForUsers = operation
                .requirement()
                .filter(needed -> !needed.scopes().isEmpty())
                .isPresent();
        if (!isForUsers) {
            return List.of();
        }
        long before = entra().exchanges();
        CallRow withoutConsent = made(
                withoutConsent(),
                call(
                        operation,
                        "a user, no consent to the call onward",
                        new Expected.Challenged(403, "insufficient_scope")),
                caller);
        return entra().exchanges() == before
                ? List.of()
                : List.of(
                        withoutConsent,
                        made(
                                demanding(),
                                call(
                                        operation,
                                        "a user of whom a policy demands more there",
                                        new Expected.Challenged(401, "insufficient_claims")),
                                caller),
                        call(operation, "a user, consent to the call onward", new Expected.ByFunction())
                                .made(caller));
    }

    private DemoCall call(Operation operation, String who, Expected expected) {
        return stage.atGateway(operation, who, Optional.of(stage.user(DemoUser.ADA)), expected);
    }

    private CallRow made(Grants grants, DemoCall call, DemoCaller caller) {
        Directory deployed = entra().directory();
        entra().replace(deployed.granting(grants));
        try {
            return call.made(caller);
        } finally {
            entra().replace(deployed);
        }
    }

    private Grants withoutConsent() {
        Grants deployed = entra().directory().grants();
        String api = stage.chain().deployment().registrations().api().clientId();
        return deployed.consenting(deployed.consents().stream()
                .filter(consent -> !consent.clientId().equals(api))
                .toList());
    }

    private Grants demanding() {
        return entra().directory()
                .grants()
                .restrictedBy(stage.tenant().contract().onward().stream()
                        .map(OnwardApi::clientId)
                        .map(called -> new AccessPolicy(
                                POLICY, called, Demand.MULTIFACTOR_AUTHENTICATION, List.of(Consent.EVERYONE)))
                        .toList());
    }

    private LocalEntra entra() {
        return stage.chain().entra();
    }
}
