package dev.gatehouse.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parsed contract, free of faults.
 *
 * @param api the API's name
 * @param tokenVersions the accepted values of {@code ver}; the first is what the API's registration asks for
 * @param keyOnly functions that are reachable over HTTP by a system key, which the guard does not see
 * @param onward the APIs that the app calls on behalf of its users
 * @param retired what the registration still has, disabled: Entra removes a role or scope only once it is
 */
public record Contract(
        String api,
        List<String> tokenVersions,
        List<Role> roles,
        List<Scope> scopes,
        List<Operation> operations,
        Set<String> keyOnly,
        List<OnwardApi> onward,
        Retired retired) {

    /** The one role of the API's registration in the flow in which the gateway calls with its own identity. */
    public static final String GATEWAY_ROLE = "Gateway.Invoke";

    /** An app role of the API's registration; {@code allowedMemberTypes} says who can hold it: Application, User or both. */
    public record Role(String value, String description, Set<String> allowedMemberTypes) {
        static final String APPLICATION = "Application";
        static final String USER = "User";

        public Role {
            allowedMemberTypes = Set.copyOf(allowedMemberTypes);
        }
    }

    /** A delegated permission that a user grants to a client application. */
    public record Scope(String value, String description) {}

    /**
     * An API that the app calls on behalf of its users.
     *
     * @param resource its App ID URI, the beginning of its scopes' full names
     * @param clientId of its registration
     * @param scopes the delegated permissions that the app asks for
     */
    public record OnwardApi(String resource, String clientId, List<String> scopes) {
        public OnwardApi {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Roles and scopes that no operation requires, and that no caller has, whatever a token from before says
     * (https://learn.microsoft.com/entra/identity-platform/reference-app-manifest#approles-attribute).
     */
    public record Retired(List<Role> roles, List<Scope> scopes) {
        public static final Retired NOTHING = new Retired(List.of(), List.of());

        public Retired {
            roles = List.copyOf(roles);
            scopes = List.copyOf(scopes);
        }
    }

    public Contract {
        tokenVersions = List.copyOf(tokenVersions);
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        operations = List.copyOf(operations);
        keyOnly = Set.copyOf(keyOnly);
        onward = List.copyOf(onward);
    }

    /** The operations that a function answers: one for each method. */
    public List<Operation> operations(String function) {
        return operations.stream()
                .filter(operation -> operation.function().equals(function))
                .toList();
    }

    /** An operation's name in the gateway: its function's; with the method where the function answers several. */
    public String name(Operation operation) {
        return operations(operation.function()).size() == 1
                ? operation.function()
                : operation.function() + "-" + operation.method().toLowerCase(Locale.ROOT);
    }

    /** The operation of this {@link #name}. */
    public Optional<Operation> operation(String name) {
        return operations.stream()
                .filter(operation -> name(operation).equals(name))
                .findFirst();
    }

    /** The functions that call the guard themselves, unseen by the annotation processor. */
    public Set<String> explicit() {
        return operations.stream()
                .filter(Operation::isExplicit)
                .map(Operation::function)
                .collect(Collectors.toUnmodifiableSet());
    }
}
