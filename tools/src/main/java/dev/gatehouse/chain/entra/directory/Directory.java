package dev.gatehouse.chain.entra.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects of one tenant; the constructor rejects what Entra would reject in a deployment. */
public record Directory(Tenant tenant, Principals principals, Grants grants) {

    public Directory {
        List<String> faults = new DirectoryFaults(principals, grants).all();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("invalid directory: " + String.join("; ", faults));
        }
    }

    public Optional<AppRegistration> application(String clientId) {
        return principals.applications().stream()
                .filter(application -> application.clientId().equals(clientId))
                .findFirst();
    }

    /** The application that a client names by GUID or App ID URI. */
    public Optional<AppRegistration> resource(String name) {
        return principals.applications().stream()
                .filter(application -> application.isNamed(name))
                .findFirst();
    }

    public Optional<ManagedIdentity> managedIdentity(String clientId) {
        return principals.managedIdentities().stream()
                .filter(identity -> identity.clientId().equals(clientId))
                .findFirst();
    }

    public Optional<User> user(String objectId) {
        return principals.users().stream()
                .filter(user -> user.objectId().equals(objectId))
                .findFirst();
    }

    public boolean isAssigned(String principalObjectId, String resourceClientId) {
        return assignments(principalObjectId, resourceClientId).findAny().isPresent();
    }

    /** The values of the roles that a principal has on an API, in the order given. */
    public List<String> roles(String principalObjectId, String resourceClientId) {
        return assignments(principalObjectId, resourceClientId)
                .map(RoleAssignment::role)
                .filter(role -> !role.equals(RoleAssignment.DEFAULT_ACCESS))
                .distinct()
                .toList();
    }

    /** The delegated permissions that a client has for a user on an API, in the order given. */
    public List<String> scopes(String clientId, String resourceClientId, String userObjectId) {
        return grants.consents().stream()
                .filter(consent -> consent.covers(clientId, resourceClientId, userObjectId))
                .flatMap(consent -> consent.scopes().stream())
                .distinct()
                .toList();
    }

    /** The policies that apply when a user's token for an API is requested. */
    public List<AccessPolicy> policies(String resourceClientId, String userObjectId) {
        return grants.policies().stream()
                .filter(policy -> policy.appliesTo(resourceClientId, userObjectId))
                .toList();
    }

    /** The same tenant with other grants. */
    public Directory granting(Grants changed) {
        return new Directory(tenant, principals, changed);
    }

    /** The same tenant with one more consent; without it, where the tenant does not know the applications or scopes any more. */
    public Directory consenting(Consent given) {
        List<Consent> consents = new ArrayList<>(grants.consents());
        consents.add(given);
        Grants more = grants.consenting(consents);
        return new DirectoryFaults(principals, more).all().isEmpty() ? granting(more) : this;
    }

    private Stream<RoleAssignment> assignments(String principalObjectId, String resourceClientId) {
        return grants.assignments().stream()
                .filter(assignment -> assignment.principalObjectId().equals(principalObjectId)
                        && assignment.resourceClientId().equals(resourceClientId));
    }
}
