package dev.gatehouse.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one operation and holds it against the declared roles and scopes. */
final class OperationReader {
    private static final Pattern FUNCTION = Pattern.compile("(?!.*[lL][iI][bB]$)[A-Za-z][A-Za-z0-9_-]{0,127}");
    private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS");
    private static final String PARAMETER = "\\{\\*{0,2}[A-Za-z_][A-Za-z0-9_-]*(?::[a-z]+(?:\\([^(){}/]*\\))?)*\\??}";
    private static final String SEGMENT = "(?!\\.)(?:[A-Za-z0-9_.~-]|" + PARAMETER + ")+";
    private static final Pattern ROUTE = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*");
    private static final Pattern REPEATED_PARAMETER = Pattern.compile("(\\{[^}]*}).*\\1");
    private static final Pattern PATH = Pattern.compile("[^/\\s#][^\\s#]*");
    private static final Pattern ANY = Pattern.compile("(?!TODO$).+");

    private final List<Contract.Role> roles;
    private final List<Contract.Scope> scopes;
    private final Contract.Retired retired;

    OperationReader(List<Contract.Role> roles, List<Contract.Scope> scopes, Contract.Retired retired) {
        this.roles = roles;
        this.scopes = scopes;
        this.retired = retired;
    }

    /**
     * One entry of the contract's operations.
     *
     * @param operation empty for a function that is no operation of the API: only a system key opens it
     */
    record Entry(String function, Optional<Operation> operation) {}

    Entry read(JsonObjectReader entry) {
        if (entry.has("keyOnly")) {
            entry.keys(Set.of("function", "keyOnly"), Set.of());
            entry.isTrue("keyOnly");
            return new Entry(function(entry), Optional.empty());
        }
        Operation operation = operation(entry);
        return new Entry(operation.function(), Optional.of(operation));
    }

    private Operation operation(JsonObjectReader entry) {
        entry.keys(Set.of("function", "method", "route"), Set.of("roles", "scopes", "public", "explicit", "example"));
        String function = function(entry);
        String method = entry.text("method", METHOD, "GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS");
        String route = entry.text("route", ROUTE, "segments like accounts/{id}, without a slash at either end");
        if (REPEATED_PARAMETER.matcher(route).find()) {
            entry.fault("route", "has a parameter twice");
        }
        return new Operation(
                function,
                method,
                route,
                requirement(entry, method + " " + function),
                entry.isTrue("explicit"),
                example(entry, route));
    }

    private static Optional<Operation.Example> example(JsonObjectReader entry, String route) {
        return entry.object("example").map(example -> {
            example.keys(Set.of("path"), Set.of("body"));
            String path = example.text("path", PATH, "a path without a leading slash, such as accounts/ada?full=true");
            if (!path.isEmpty()
                    && !matching(route).matcher(path.replaceFirst("\\?.*", "")).matches()) {
                example.fault("path", "does not match the route " + route);
            }
            return new Operation.Example(path, example.value("body"));
        });
    }

    /** What a path of this route looks like; constraints are the host's. */
    private static Pattern matching(String route) {
        StringBuilder path = new StringBuilder();
        for (String segment : route.split("/", -1)) {
            String separator = path.length() == 0 ? "" : "/";
            path.append(
                    segment.startsWith("{*")
                            ? "(?:" + separator + ".*)?"
                            : segment.matches("\\{[^}]*\\?}")
                                    ? "(?:" + separator + "[^/]*)?"
                                    : separator + literal(segment));
        }
        return Pattern.compile(path.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static String literal(String segment) {
        return Pattern.compile(PARAMETER).matcher(segment.replace(".", "[.]")).replaceAll("[^/]+");
    }

    private static String function(JsonObjectReader entry) {
        return entry.text(
                "function",
                FUNCTION,
                "the name of a function, and not end in \"lib\": the worker would take its folder for the libraries'");
    }

    private Optional<Requirement> requirement(JsonObjectReader entry, String call) {
        List<String> needed = entry.texts("roles", ANY, "the role that callers of " + call + " need");
        List<String> scoped = entry.texts("scopes", ANY, "the scope that callers of " + call + " need");
        declared(entry, "roles", needed, new Names(roles, retired.roles(), Contract.Role::value));
        declared(entry, "scopes", scoped, new Names(scopes, retired.scopes(), Contract.Scope::value));
        boolean open = entry.isTrue("public");
        if (open && (entry.has("roles") || entry.has("scopes"))) {
            entry.fault("is public and has roles or scopes; it can only be one");
        }
        if (!open && needed.isEmpty() && scoped.isEmpty()) {
            entry.fault("needs roles or scopes; to make it public, write \"public\": true");
        }
        Requirement requirement = Requirement.of(needed, scoped, roles);
        if (!needed.isEmpty() && scoped.isEmpty() && requirement.appRoles().isEmpty() && areDeclared(needed)) {
            entry.fault(
                    "roles",
                    "admits no caller: expected a role that applications can hold, or scopes beside roles of users, found only "
                            + String.join(", ", needed)
                            + "; add \"scopes\", or \"Application\" to a role's allowedMemberTypes");
        }
        return open ? Optional.empty() : Optional.of(requirement);
    }

    private boolean areDeclared(List<String> used) {
        return roles.stream().map(Contract.Role::value).toList().containsAll(used);
    }

    /** The values that an operation may list, and those that it must not any more. */
    private record Names(List<String> inForce, List<String> retired) {
        <T> Names(List<T> inForce, List<T> retired, Function<T, String> value) {
            this(
                    inForce.stream().map(value).toList(),
                    retired.stream().map(value).toList());
        }

        String fault(String name) {
            return retired.contains(name)
                    ? name
                            + " is retired, so no caller has it; list another, or remove \"retired\" where it is declared"
                    : name + " is not declared; declared are " + String.join(", ", inForce);
        }
    }

    private static void declared(JsonObjectReader entry, String key, List<String> used, Names names) {
        for (int i = 0; i < used.size(); i++) {
            if (!used.get(i).isEmpty() && !names.inForce().contains(used.get(i))) {
                entry.faultIn(key, i, names.fault(used.get(i)));
            }
        }
    }
}
