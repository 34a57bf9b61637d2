package dev.gatehouse.deployment;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Consent;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.RoleAssignment;
import java.util.List;
import java.util.Optional;

/** What the deployment adds to the tenant. */
public record Registrations(
        List<AppRegistration> applications,
        List<ManagedIdentity> identities,
        List<RoleAssignment> assignments,
        List<Consent> consents) {
    public Registrations {
        applications = List.copyOf(applications);
        identities = List.copyOf(identities);
        assignments = List.copyOf(assignments);
        consents = List.copyOf(consents);
    }

    static Registrations of(Snapshot snapshot, LocalValues values) {
        RegistrationReader reader = new RegistrationReader(snapshot, values);
        List<AppRegistration> all = snapshot.resources(ResourceTypes.APPLICATION).stream()
                .map(reader::registration)
                .toList();
        return new Registrations(
                all,
                snapshot.resources(ResourceTypes.IDENTITY).stream()
                        .map(reader::identity)
                        .toList(),
                snapshot.resources(ResourceTypes.ASSIGNMENT).stream()
                        .map(each -> reader.assignment(each, all))
                        .toList(),
                snapshot.resources(ResourceTypes.PERMISSION_GRANT).stream()
                        .map(each -> reader.consent(each, all))
                        .toList());
    }

    /** The API's: the audience at the function. */
    public AppRegistration api() {
        return named(RegistrationRefs.API)
                .orElseThrow(() -> new DeploymentFault("no registration is tagged as the API's"));
    }

    /** The gateway's own, where clients request tokens for it. */
    public Optional<AppRegistration> gateway() {
        return named(RegistrationRefs.GATEWAY);
    }

    /** The registration that clients request tokens for. */
    public AppRegistration front() {
        return gateway().orElseGet(this::api);
    }

    private Optional<AppRegistration> named(String symbol) {
        return applications.stream()
                .filter(each -> each.clientId().equals(RegistrationRefs.clientId(symbol)))
                .findFirst();
    }
}
