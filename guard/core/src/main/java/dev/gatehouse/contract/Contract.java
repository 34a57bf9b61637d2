package dev.gatehouse.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parsed contract, free of faults.
 *
 * @param api the API's name
 * @param tokenVersions the accepted values of {@code ver}; the first is what the API's registration asks for
 */
public record Contract(
        String api, List<String> tokenVersions, List<Role> roles, List<Scope> scopes, List<Operation> operations) {

    /** The one role of the API's registration in the flow in which the gateway calls with an identity of its own. */
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

    public Contract {
        tokenVersions = List.copyOf(tokenVersions);
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        operations = List.copyOf(operations);
    }

    /** The operation that a function answers. */
    public Optional<Operation> operation(String function) {
        return operations.stream()
                .filter(operation -> operation.function().equals(function))
                .findFirst();
    }
}
