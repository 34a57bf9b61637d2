package dev.gatehouse.processor;

import dev.gatehouse.functions.ContractAgreement;
import dev.gatehouse.functions.ListedFunction;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A contract to begin with, for an app that has none: every operation needs one role, which no caller has yet. */
final class ContractDraft {
    /** Among the generated sources: never in the app's jar, and never taken for the contract. */
    static final String FILE = "gatehouse/security.json";

    private static final String ROLE = "Api.Call";

    private ContractDraft() {}

    static String of(List<ListedFunction> functions) {
        return """
                {
                  "api": "my-api",
                  "tokenVersions": ["2.0"],
                  "roles": [
                    { "value": "%s", "description": "Call this API", "allowedMemberTypes": ["Application"] }
                  ],
                  "scopes": [],
                  "operations": [
                %s
                  ]
                }
                """.formatted(
                        ROLE, functions.stream().flatMap(ContractDraft::entries).collect(Collectors.joining(",\n")));
    }

    private static Stream<String> entries(ListedFunction function) {
        if (function.isHttp()) {
            List<String> methods = function.methods().isEmpty() ? List.of("GET") : function.methods();
            return methods.stream()
                    .map(method ->
                            "    { \"function\": \"%s\", \"method\": \"%s\", \"route\": \"%s\", \"roles\": [\"%s\"] }"
                                    .formatted(function.name(), method, function.route(), ROLE));
        }
        return ContractAgreement.isOpenBySystemKey(function)
                ? Stream.of("    { \"function\": \"%s\", \"keyOnly\": true }".formatted(function.name()))
                : Stream.empty();
    }
}
