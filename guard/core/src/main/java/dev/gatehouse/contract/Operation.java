package dev.gatehouse.contract;

import java.util.Optional;

/**
 * One operation of the API and the function that answers it.
 *
 * @param method in upper case
 * @param route below the API's address, such as {@code accounts/{id}}
 * @param requirement what a caller needs; empty only where the contract says {@code "public": true}
 * @param isExplicit whether the function, which no annotation processor saw, calls the guard itself
 * @param example a call that tools may make on a laptop; the guard does not use it
 */
public record Operation(
        String function,
        String method,
        String route,
        Optional<Requirement> requirement,
        boolean isExplicit,
        Optional<Example> example) {

    /**
     * @param path below the API's address, with its query, such as {@code accounts/ada?full=true}; it matches the route
     * @param body the value to send as JSON; a text is sent as it is
     */
    public record Example(String path, Optional<Object> body) {}

    public boolean isPublic() {
        return requirement.isEmpty();
    }
}
