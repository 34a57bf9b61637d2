package dev.gatehouse.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds duplicates in a contract. The Functions host ignores letter case in names and paths. */
final class DuplicateCheck {
    private DuplicateCheck() {}

    static void among(String list, String key, List<String> values, List<ContractError> faults) {
        among("/" + list, "/" + key, values, faults, value -> value);
    }

    /** A function may answer several methods, each an operation; it has one spelling, and each operation one function. */
    static void among(List<OperationReader.Entry> entries, List<ContractError> faults) {
        Map<String, String> spellings = new HashMap<>();
        List<String> calls = new ArrayList<>();
        List<String> routes = new ArrayList<>();
        for (OperationReader.Entry entry : entries) {
            String function = entry.function();
            String first = spellings.putIfAbsent(function.toLowerCase(Locale.ROOT), function);
            if (first != null && !first.equals(function)) {
                faults.add(new ContractError(
                        "/operations/" + calls.size() + "/function",
                        "is " + function + ", and another operation has " + first + ": the host ignores letter case"));
            }
            calls.add(
                    function.isEmpty()
                            ? ""
                            : entry.operation().map(Operation::method).orElse("") + " " + function);
            routes.add(entry.operation()
                    .filter(each -> !each.route().isEmpty())
                    .map(each -> each.method() + " " + each.route())
                    .orElse(""));
        }
        among("/operations", "/function", calls, faults, call -> call.toLowerCase(Locale.ROOT));
        among("/operations", "/route", routes, faults, DuplicateCheck::withoutNames);
    }

    /** {@code accounts/{id}} and {@code accounts/{name}} are the same route. */
    private static String withoutNames(String call) {
        return call.toLowerCase(Locale.ROOT).replaceAll("\\{[^:}?]*", "{");
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
                        list + "/" + i + key, "is already at " + list + "/" + first + ": " + values.get(i)));
            }
        }
    }
}
