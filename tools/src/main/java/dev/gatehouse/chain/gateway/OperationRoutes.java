package dev.gatehouse.chain.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the operation that a request is for. */
final class OperationRoutes<T> {
    private final String prefix;
    private final List<Route<T>> routes;

    /** An operation's address and its target. */
    record Route<T>(String method, UrlTemplate template, T goal) {}

    /** @param apiPath without slashes around it */
    OperationRoutes(String apiPath, List<Route<T>> routes) {
        this.prefix = "/" + apiPath + "/";
        List<Route<T>> sorted = new ArrayList<>(routes);
        sorted.sort(Comparator.comparing(route -> route.template().precedence()));
        Set<String> seen = new HashSet<>();
        sorted.forEach(route -> {
            if (!seen.add(route.method() + " " + route.template().precedence())) {
                throw new IllegalArgumentException("duplicate operation: " + route.method() + " " + route.template());
            }
        });
        this.routes = List.copyOf(sorted);
    }

    /** @param path as sent */
    Optional<T> find(String method, String path) {
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        List<String> segments = List.of(path.substring(prefix.length()).split("/", -1));
        return routes.stream()
                .filter(route ->
                        route.method().equals(method) && route.template().matches(segments))
                .map(Route::goal)
                .findFirst();
    }
}
