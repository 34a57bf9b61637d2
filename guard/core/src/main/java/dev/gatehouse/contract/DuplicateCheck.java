package dev.gatehouse.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds what stands twice in a contract. The Functions host tells neither names nor paths apart by letter case. */
final class DuplicateCheck {
    private DuplicateCheck() {}

    static void among(String key, List<String> values, List<ContractError> faults) {
        among("/" + key, "/value", values, faults, value -> value);
    }

    static void among(List<Operation> operations, List<ContractError> faults) {
        List<String> functions = operations.stream().map(Operation::function).toList();
        among("/operations", "/function", functions, faults, name -> name.toLowerCase(Locale.ROOT));
        List<String> calls = operations.stream()
                .map(operation -> operation.route().isEmpty() ? "" : operation.method() + " " + operation.route())
                .toList();
        among("/operations", "/route", calls, faults, DuplicateCheck::withoutNames);
    }

    /** {@code accounts/{id}} and {@code accounts/{name}} are the same route. */
    private static String withoutNames(String call) {
        return call.toLowerCase(Locale.ROOT).replaceAll("\\{[^}]*}", "{}");
    }

    private static void among(
            String list,
            String key,
            List<String> values,
            List<ContractError> faults,
            Function<String, String> sameness) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Integer first = values.get(i).isEmpty() ? null : seen.putIfAbsent(sameness.apply(values.get(i)), i);
            if (first != null) {
                faults.add(new ContractError(
                        list + "/" + i + key, "stands already at " + list + "/" + first + ": " + values.get(i)));
            }
        }
    }
}
