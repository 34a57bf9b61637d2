package dev.gatehouse.chain.demo;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoCall.Expected.ByFunction;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The demonstration: calls of every operation of the contract, through the gateway and past it. */
public final class Demonstration {
    private final Chain chain;
    private final DemoTokens tokens;
    private final DemoTenant tenant;
    private final Options options;

    /**
     * @param app the functions that are staged
     * @param write whether calls that are let in are made even where they may change something
     */
    public record Options(DemoFunctions app, boolean write) {}

    public Demonstration(Chain chain, DemoTenant tenant, Options options) {
        this(chain, new DemoTokens(chain, tenant.secret()), tenant, options);
    }

    Demonstration(Chain chain, DemoTokens tokens, DemoTenant tenant, Options options) {
        this.chain = chain;
        this.tokens = tokens;
        this.tenant = tenant;
        this.options = options;
    }

    /** Makes all calls in order, and reports each when it is answered. */
    public List<CallRow> run(Consumer<CallRow> progress) {
        DemoCaller caller = new DemoCaller(chain);
        List<CallRow> rows = new ArrayList<>();
        Consumer<CallRow> each = row -> {
            rows.add(row);
            progress.accept(row);
        };
        options.app().unguarded(tenant.contract()).forEach(each);
        DemoStage stage = new DemoStage(chain, tokens, tenant);
        OnwardCalls onward = new OnwardCalls(stage);
        if (onward.arePossible()) {
            served().forEach(operation -> onward.rows(operation, caller).forEach(each));
        }
        for (Operation operation : guarded()) {
            if (!mayServe(operation)) {
                each.accept(notServed(operation));
            }
            callsOf(operation, stage).forEach(call -> each.accept(call.made(caller)));
        }
        ofTheChain(stage).forEach(call -> each.accept(call.made(caller)));
        chain.tables().map(tables -> new StorageCalls(stage, tables)).ifPresent(storage -> served().forEach(
                        operation -> storage.rows(operation, caller).forEach(each)));
        return List.copyOf(rows);
    }

    private List<Operation> guarded() {
        return contract().operations().stream()
                .filter(operation -> options.app().isGuarded(operation))
                .toList();
    }

    private List<Operation> served() {
        return guarded().stream().filter(this::mayServe).toList();
    }

    /** No call is made that would be let in: it may change something, and the contract has no example. */
    static CallRow notServed(Operation operation) {
        return new CallRow(
                Question.of(DemoStage.title(operation), "a caller with the right", new ByFunction().toString()),
                Outcome.notTried("an \"example\" in the contract, or --write, as the call may change something"));
    }

    private List<DemoCall> callsOf(Operation operation, DemoStage stage) {
        return new CallsOfOperation(
                        stage, operation, options.app().opensWithoutKey(operation.function()), mayServe(operation))
                .all();
    }

    /** The calls that are made once: of the first operation that the first client may call. */
    private List<DemoCall> ofTheChain(DemoStage stage) {
        return tenant.first().stream()
                .flatMap(client -> guarded().stream()
                        .filter(operation -> operation
                                .requirement()
                                .filter(needed -> needed.appRoles().contains(client.name()))
                                .isPresent())
                        .limit(1)
                        .flatMap(operation ->
                                new ChainCalls(stage, operation, client, mayServe(operation)).all().stream()))
                .toList();
    }

    private boolean mayServe(Operation operation) {
        return options.write() || DemoPath.mayBeServed(operation);
    }

    private Contract contract() {
        return tenant.contract();
    }
}
