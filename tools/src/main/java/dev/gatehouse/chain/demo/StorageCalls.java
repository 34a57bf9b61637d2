package dev.gatehouse.chain.demo;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.chain.demo.DemoCall.Expected;
import dev.gatehouse.chain.storage.TableStorage;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An admitted caller's calls of an operation that uses the table service: while it is away, and when it is back. */
record StorageCalls(DemoStage stage, TableStorage tables) {

    /** Empty where the operation does not use it. */
    List<CallRow> rows(Operation operation, DemoCaller caller) {
        Optional<Supplier<DemoTokenOutcome>> admitted = operation.requirement().flatMap(this::admitted);
        if (admitted.isEmpty()) {
            return List.of();
        }
        long before = tables.refused();
        CallRow away;
        tables.takeAway();
        try {
            away = stage.atGateway(
                            operation,
                            "an admitted caller, the storage is away",
                            admitted,
                            DemoStage.refused(503, Layer.FUNCTION, ""))
                    .made(caller);
        } finally {
            tables.giveBack();
        }
        return tables.refused() == before
                ? List.of()
                : List.of(
                        away,
                        stage.atGateway(
                                        operation,
                                        "an admitted caller, the storage is back",
                                        admitted,
                                        new Expected.ByFunction())
                                .made(caller));
    }

    private Optional<Supplier<DemoTokenOutcome>> admitted(Requirement requirement) {
        return requirement.appRoles().stream()
                .findFirst()
                .map(role -> stage.app(DemoClient.withRole(role)))
                .or(() -> Optional.of(stage.user(DemoUser.ADA))
                        .filter(user -> !requirement.scopes().isEmpty()
                                && stage.tenant().admitsUsers()));
    }
}
