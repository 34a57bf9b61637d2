package dev.gatehouse.local.deployment;

import java.util.List;
import java.util.Locale;

/** Who has which of Azure's roles where, as the deployment assigns them. */
record Roles(List<Assignment> assignments) {

    /**
     * One assignment.
     *
     * @param role the id of the role's definition
     * @param scope the id of the resource that it is for, with all below
     */
    record Assignment(String principalId, String role, String scope) {
        boolean gives(BuiltInRole wanted, Resource identity, Resource at) {
            return principalId.equals(Identities.principalId(identity))
                    && role.endsWith("/" + wanted.id())
                    && (lower(at.id()) + "/").startsWith(lower(scope) + "/");
        }

        private static String lower(String id) {
            return id.toLowerCase(Locale.ROOT);
        }
    }

    static Roles of(Snapshot snapshot, LocalValues values) {
        return new Roles(snapshot.resources(Types.ROLE).stream()
                .map(resource -> assignment(Properties.whole(resource, values)))
                .toList());
    }

    private static Assignment assignment(Properties whole) {
        Properties properties =
                whole.object("properties").without("description").exactly("principalType", "ServicePrincipal");
        Assignment assignment = new Assignment(
                properties.required("principalId"), properties.required("roleDefinitionId"), whole.required("scope"));
        whole.end();
        return assignment;
    }

    /**
     * Wants an identity to have a role.
     *
     * @param names of the property that says which identity
     */
    void require(BuiltInRole role, Resource identity, Resource at, Properties properties, String name) {
        if (assignments.stream().noneMatch(each -> each.gives(role, identity, at))) {
            throw properties.fault(
                    name,
                    "names " + identity.ownName() + ", to which no role assignment gives " + role.title() + " ("
                            + role.id() + ") at " + at.ownName() + ": in Azure " + role.otherwise()
                            + "; add the role assignment");
        }
    }
}
