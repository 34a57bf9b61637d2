package dev.gatehouse.chain.entra.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Describes what Entra would reject in a directory. */
record DirectoryFaults(Principals principals, Grants grants) {

    List<String> all() {
        return Stream.of(
                        repeated("client id", clientIds()),
                        repeated("object id", objectIds()),
                        repeated("App ID URI", identifierUris()),
                        grants.assignments().stream().flatMap(this::ofAssignment),
                        grants.consents().stream().flatMap(this::ofConsent))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<String> repeated(String what, Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.filter(id -> !seen.add(id)).map(id -> "the " + what + " " + id + " is a duplicate");
    }

    private Stream<String> clientIds() {
        return Stream.concat(
                principals.applications().stream().map(AppRegistration::clientId),
                principals.managedIdentities().stream().map(ManagedIdentity::clientId));
    }

    private Stream<String> objectIds() {
        return Stream.concat(nonHumans(), principals.users().stream().map(User::objectId));
    }

    private Stream<String> nonHumans() {
        return Stream.concat(
                principals.applications().stream()
                        .map(application -> application.principal().objectId()),
                principals.managedIdentities().stream().map(ManagedIdentity::objectId));
    }

    private Stream<String> identifierUris() {
        return principals.applications().stream().flatMap(application -> application.api().identifierUris().stream());
    }

    private Stream<String> ofAssignment(RoleAssignment assignment) {
        Optional<AppRegistration> resource = application(assignment.resourceClientId());
        if (resource.isEmpty()) {
            return Stream.of("a role is assigned for an unknown application: " + assignment.resourceClientId());
        }
        Optional<String> type = memberType(assignment.principalObjectId());
        if (type.isEmpty()) {
            return Stream.of("a role is assigned to an unknown principal: " + assignment.principalObjectId());
        }
        List<AppRole> roles = resource.get().api().roles();
        boolean offered = assignment.role().equals(RoleAssignment.DEFAULT_ACCESS)
                ? roles.isEmpty()
                : roles.stream()
                        .anyMatch(role -> role.value().equals(assignment.role())
                                && role.allowedMemberTypes().contains(type.get()));
        return offered
                ? Stream.empty()
                : Stream.of(resource.get().principal().displayName() + " has no role " + assignment.shown()
                        + " for members of type " + type.get());
    }

    private Optional<String> memberType(String objectId) {
        if (principals.users().stream().anyMatch(user -> user.objectId().equals(objectId))) {
            return Optional.of(AppRole.USER);
        }
        return nonHumans().filter(objectId::equals).findFirst().map(id -> AppRole.APPLICATION);
    }

    private Stream<String> ofConsent(Consent consent) {
        Optional<AppRegistration> resource = application(consent.resourceClientId());
        if (resource.isEmpty() || application(consent.clientId()).isEmpty()) {
            return Stream.of("a consent names an unknown application: " + consent.clientId() + ", "
                    + consent.resourceClientId());
        }
        return consent.scopes().stream()
                .filter(scope -> !resource.get().api().scopes().contains(scope))
                .map(scope -> resource.get().principal().displayName() + " has no scope " + scope);
    }

    private Optional<AppRegistration> application(String clientId) {
        return principals.applications().stream()
                .filter(application -> application.clientId().equals(clientId))
                .findFirst();
    }
}
