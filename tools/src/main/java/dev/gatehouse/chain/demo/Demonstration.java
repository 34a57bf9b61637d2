package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
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
    public List<DemoRow> run(Consumer<DemoRow> progress) {
        DemoCaller caller = new DemoCaller(chain);
        List<DemoRow> rows = new ArrayList<>();
        Consumer<DemoRow> each = row -> {
            rows.add(row);
            progress.accept(row);
        };
        options.app().unguarded(tenant.contract()).forEach(each);
        DemoStage stage = new DemoStage(chain, tokens, tenant);
        OnwardCalls onward = new OnwardCalls(stage);
        if (onward.arePossible()) {
            served().forEach(operation -> onward.rows(operation, caller).forEach(each));
        }
        calls(stage).forEach(call -> each.accept(call.made(caller)));
        chain.tables().map(tables -> new StorageCalls(stage, tables)).ifPresent(storage -> served().forEach(
                        operation -> storage.rows(operation, caller).forEach(each)));
        return List.copyOf(rows);
    }

    private List<Operation> served() {
        return contract().operations().stream()
                .filter(operation -> options.app().isGuarded(operation))
                .filter(this::mayServe)
                .toList();
    }

    /** The operations of which no call is made that would be let in: it may change something, and the contract has no example. */
    public List<Operation> notServed() {
        return contract().operations().stream()
                .filter(operation -> !mayServe(operation))
                .toList();
    }

    private List<DemoCall> calls(DemoStage stage) {
        List<DemoCall> calls = new ArrayList<>();
        contract().operations().stream()
                .filter(operation -> options.app().isGuarded(operation))
                .forEach(operation -> calls.addAll(new CallsOfOperation(
                                stage,
                                operation,
                                options.app().opensWithoutKey(operation.function()),
                                mayServe(operation))
                        .all()));
        tenant.first().ifPresent(client -> contract().operations().stream()
                .filter(operation -> options.app().isGuarded(operation))
                .filter(operation -> operation
                        .requirement()
                        .filter(needed -> needed.appRoles().contains(client.name()))
                        .isPresent())
                .findFirst()
                .ifPresent(operation ->
                        calls.addAll(new ChainCalls(stage, operation, client, mayServe(operation)).all())));
        return calls;
    }

    private boolean mayServe(Operation operation) {
        return options.write() || DemoPath.mayBeServed(operation);
    }

    private Contract contract() {
        return tenant.contract();
    }
}
