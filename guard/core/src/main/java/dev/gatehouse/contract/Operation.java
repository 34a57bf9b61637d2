package dev.gatehouse.contract;

import java.util.Optional;

/**
 * One operation of the API and the function that answers it.
 *
 * @param method in upper case
 * @param route below the API's address, such as {@code accounts/{id}}
 * @param requirement what a caller needs; empty only where the contract says {@code "public": true}
 * @param isExplicit whether the function, which no annotation processor saw, calls the guard itself
 */
public record Operation(
        String function, String method, String route, Optional<Requirement> requirement, boolean isExplicit) {

    public boolean isPublic() {
        return requirement.isEmpty();
    }
}
