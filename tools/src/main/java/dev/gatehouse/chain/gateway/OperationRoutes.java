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

    /**
     * @param path as sent; a slash at its end changes nothing ("resource/ and resource are the same operation":
     *     https://learn.microsoft.com/azure/api-management/api-management-faq)
     */
    Optional<T> find(String method, String path) {
        if (!path.startsWith(prefix)) {
            return Optional.empty();
        }
        String below = path.substring(prefix.length());
        List<String> segments =
                List.of((below.length() > 1 && below.endsWith("/") ? below.substring(0, below.length() - 1) : below)
                        .split("/", -1));
        return routes.stream()
                .filter(route ->
                        route.method().equals(method) && route.template().matches(segments))
                .map(Route::goal)
                .findFirst();
    }
}
