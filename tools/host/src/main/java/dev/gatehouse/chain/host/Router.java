package dev.gatehouse.chain.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the function for a path and method: the first that matches. The method is part of the match, so a method that no function
 * declares is not found (404, not 405).
 *
 * @param functions in the order of {@link StagedApp}
 */
record Router(List<LoadedFunction> functions) {
    /** A function and the values of its route parameters. */
    record Route(LoadedFunction function, Map<String, String> parameters) {}

    Router {
        functions = List.copyOf(functions);
    }

    Optional<Route> find(String method, RequestPath path) {
        return functions.stream()
                .flatMap(function -> function.staged().http().stream()
                        .filter(trigger -> trigger.accepts(method))
                        .flatMap(trigger -> trigger.route().match(path.segments()).stream())
                        .map(parameters -> new Route(function, parameters)))
                .findFirst();
    }
}
