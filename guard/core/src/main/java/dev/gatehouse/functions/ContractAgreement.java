package dev.gatehouse.functions;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares the app's functions with the contract, in both directions. */
public final class ContractAgreement {
    /** Triggers that the Functions host serves over HTTP, too, to whoever has a system key: at {@code /runtime/webhooks/}. */
    private static final List<String> BY_SYSTEM_KEY = List.of(
            "eventgridtrigger",
            "mcp",
            "orchestrationtrigger",
            "durableorchestrationtrigger",
            "entitytrigger",
            "durableentitytrigger",
            "signalrtrigger",
            "webpubsubtrigger");

    private ContractAgreement() {}

    /** Everything that differs, in the order of the functions and then of the contract; empty where they agree. */
    public static List<String> differences(FunctionList functions, Contract contract) {
        List<String> differences = new ArrayList<>();
        functions.all().forEach(function -> differences.addAll(differences(function, contract)));
        withoutFunction(functions.all(), contract).forEach(differences::add);
        return differences;
    }

    /** Operations that no function answers. */
    public static Stream<String> withoutFunction(List<ListedFunction> functions, Contract contract) {
        return contract.operations().stream()
                .filter(operation -> !operation.isExplicit())
                .map(Operation::function)
                .distinct()
                .filter(name -> functions.stream()
                        .noneMatch(
                                function -> function.isHttp() && function.name().equals(name)))
                .map(name -> "contract operation " + name + " has no function");
    }

    /** What differs for one function. */
    public static List<String> differences(ListedFunction function, Contract contract) {
        if (function.isHttp()) {
            return http(function, contract)
                    .map(difference -> "function " + function.name() + " (" + function.entryPoint() + ") " + difference)
                    .toList();
        }
        boolean needsEntry = isOpenBySystemKey(function) && !contract.keyOnly().contains(function.name());
        return needsEntry
                ? List.of("function " + function.name() + " (" + function.entryPoint()
                        + ") is reachable over HTTP by a system key, which"
                        + " the guard does not see. If that is meant, add to the contract's operations: { \"function\": \""
                        + function.name() + "\", \"keyOnly\": true }")
                : List.of();
    }

    /** Whether the host serves it over HTTP, too, to whoever has a system key; the contract must say that this is meant. */
    public static boolean isOpenBySystemKey(ListedFunction function) {
        return BY_SYSTEM_KEY.stream().anyMatch(function.kind().toLowerCase(Locale.ROOT)::startsWith);
    }

    private static Stream<String> http(ListedFunction function, Contract contract) {
        List<Operation> operations = contract.operations(function.name());
        if (operations.isEmpty()) {
            return Stream.of("is not in the contract. Add to its operations: { \"function\": \"" + function.name()
                    + "\", \"method\": \""
                    + (function.methods().isEmpty() ? "GET" : function.methods().get(0))
                    + "\", \"route\": \"" + function.route() + "\", \"roles\": [...] }");
        }
        Stream<String> routes = operations.stream()
                .filter(operation -> !operation.route().equals(function.route()))
                .map(operation -> "has the route " + function.route() + ", the contract says " + operation.route());
        Stream<String> undeclared = operations.stream()
                .map(Operation::method)
                .filter(method -> !function.answers(method))
                .map(method -> "answers " + String.join(", ", function.methods()) + ", the contract says " + method);
        Stream<String> unlisted = function.methods().stream()
                .filter(method -> operations.stream()
                        .noneMatch(operation -> operation.method().equals(method)))
                .map(method -> "answers " + method + ", which is not in the contract");
        return Stream.of(routes, undeclared, unlisted).flatMap(each -> each).distinct();
    }
}
