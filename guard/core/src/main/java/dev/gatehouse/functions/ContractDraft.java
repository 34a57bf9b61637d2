package dev.gatehouse.functions;

import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contract to begin with: all operations of an app. No build accepts it until the placeholders have been replaced.
 *
 * @param unseen names of functions that no annotation processor sees, as they are not Java: they have to call the guard themselves
 */
public record ContractDraft(List<ListedFunction> functions, Set<String> unseen) {
    /** Of a function that answers any method: all that a contract can list. */
    private static final List<String> ANY = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    public ContractDraft {
        functions = List.copyOf(functions);
        unseen = Set.copyOf(unseen);
    }

    /** @param schema where the JSON schema lies, for editors; a path relative to the contract */
    public String text(String api, Optional<String> schema) {
        return """
                {
                %1$s  "api": %2$s,
                  "tokenVersions": ["2.0"],
                  "roles": [
                    { "value": "%3$s", "description": "%3$s", "allowedMemberTypes": ["Application"] }
                  ],
                  "scopes": [],
                  "operations": [
                %4$s
                  ]
                }
                """.formatted(
                schema.map(file -> "  \"$schema\": " + Json.write(file) + ",\n").orElse(""),
                Json.write(api),
                ContractReader.PLACEHOLDER,
                functions.stream()
                        .flatMap(this::entries)
                        .map(entry -> "    " + entry.text())
                        .collect(Collectors.joining(",\n")));
    }

    /**
     * One line of the contract's operations.
     *
     * @param method empty for a function that only a system key opens
     */
    public record Entry(String function, Optional<String> method, String text) {}

    public List<Entry> entries() {
        return functions.stream().flatMap(this::entries).toList();
    }

    /** One for each method of an HTTP function; none for other functions, unless they are reachable over HTTP. */
    public Stream<Entry> entries(ListedFunction function) {
        if (function.isHttp()) {
            List<String> methods = function.methods().isEmpty() ? ANY : function.methods();
            return methods.stream()
                    .map(method -> new Entry(
                            function.name(),
                            Optional.of(method),
                            "{ \"function\": %s, \"method\": %s, \"route\": %s, \"roles\": [\"%s\"]%s }"
                                    .formatted(
                                            Json.write(function.name()),
                                            Json.write(method),
                                            Json.write(function.route()),
                                            ContractReader.PLACEHOLDER,
                                            unseen.contains(function.name()) ? ", \"explicit\": true" : "")));
        }
        return ContractAgreement.isOpenBySystemKey(function)
                ? Stream.of(new Entry(
                        function.name(),
                        Optional.empty(),
                        "{ \"function\": %s, \"keyOnly\": true }".formatted(Json.write(function.name()))))
                : Stream.empty();
    }
}
