package dev.gatehouse.check.deployed;

import dev.gatehouse.chain.host.HiddenRoute;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the project that a deployment belongs to says about it.
 *
 * @param policies the policies' texts by their file names; empty where it has none
 * @param routePrefix what the paths of its functions begin with
 */
public record Project(Contract contract, Map<String, String> policies, String routePrefix) {
    public Project {
        policies = Map.copyOf(policies);
    }

    /** The policies whose file names begin with a prefix, in their order. */
    public Map<String, String> policies(String prefix) {
        return policies.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** The routes that an earlier function by name takes from a later one, and those that could not be read. */
    public HiddenRoute.ComparedRoutes hiddenRoutes() {
        List<HiddenRoute.Routed> functions = contract.operations().stream()
                .map(operation ->
                        new HiddenRoute.Routed(operation.function(), operation.route(), methods(operation.function())))
                .distinct()
                .toList();
        return HiddenRoute.compare(routePrefix, functions);
    }

    private Set<String> methods(String function) {
        return contract.operations(function).stream().map(Operation::method).collect(Collectors.toSet());
    }

    /** The paths of the public operations, such as {@code /api/health}. */
    public Set<String> openPaths() {
        String start = routePrefix.isEmpty() ? "/" : "/" + routePrefix + "/";
        return contract.operations().stream()
                .filter(Operation::isPublic)
                .map(operation -> start + operation.route())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
