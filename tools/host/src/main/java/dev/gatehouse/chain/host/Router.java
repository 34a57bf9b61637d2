package dev.gatehouse.chain.host;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the function for a path and method; a method that no function declares is not found (404, not 405). */
record Router(List<StagedFunction> functions) {

    /** A function and the values of its route parameters. */
    record Route(StagedFunction function, Map<String, String> parameters) {}

    Router {
        functions = functions.stream()
                .sorted(Comparator.comparing(
                        function -> function.trigger().route().precedence()))
                .toList();
    }

    Optional<Route> find(String method, RequestPath path) {
        return functions.stream()
                .filter(function -> function.trigger().accepts(method))
                .flatMap(function -> function.trigger().route().match(path.segments()).stream()
                        .map(parameters -> new Route(function, parameters)))
                .findFirst();
    }
}
