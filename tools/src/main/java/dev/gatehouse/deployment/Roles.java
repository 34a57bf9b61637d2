package dev.gatehouse.deployment;

import dev.gatehouse.deployment.arm.PartialText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who has which of Azure's roles where, as the deployment assigns them. */
record Roles(List<Assignment> assignments) {
    private static final String BELOW = "/providers/" + ResourceTypes.ROLE + "/";
    private static final Pattern ID = Pattern.compile("(?i)(/.*)" + Pattern.quote(BELOW) + "[^/]+");

    /**
     * One assignment.
     *
     * @param role the id of the role's definition
     * @param scope the id of the resource that it is for, with all below
     */
    record Assignment(String principalId, String role, String scope) {
        boolean gives(BuiltInRole wanted, DeployedResource identity, DeployedResource at) {
            return principalId.equals(Identities.principalId(identity))
                    && role.endsWith("/" + wanted.id())
                    && (lower(at.id()) + "/").startsWith(lower(scope) + "/");
        }

        private static String lower(String id) {
            return id.toLowerCase(Locale.ROOT);
        }
    }

    static Roles of(Snapshot snapshot, LocalValues values) {
        return new Roles(snapshot.resources(ResourceTypes.ROLE).stream()
                .map(resource -> assignment(resource, Properties.whole(resource, values)))
                .toList());
    }

    private static Assignment assignment(DeployedResource resource, Properties whole) {
        Properties properties =
                whole.object("properties").without("description").exactly("principalType", "ServicePrincipal");
        Assignment assignment = new Assignment(
                properties.required("principalId"),
                properties.required("roleDefinitionId"),
                scope(resource, whole.without("scope")));
        whole.end();
        return assignment;
    }

    /** In snapshots only the id contains the scope; the name, which ends the id, may be known in Azure only. */
    private static String scope(DeployedResource resource, Properties whole) {
        PartialText id = new PartialText(resource.id());
        Matcher assignment = ID.matcher(id.marked());
        if (!assignment.matches() || !new PartialText(assignment.group(1)).isKnown()) {
            throw whole.fault(
                    "id", "must be SCOPE" + BELOW + "NAME, with a scope that is known, not '" + id.shown() + "'");
        }
        return assignment.group(1);
    }

    /**
     * Requires an identity to have a role.
     *
     * @param names of the property that names the identity
     */
    void require(BuiltInRole role, DeployedResource identity, DeployedResource at, Properties properties, String name) {
        if (assignments.stream().noneMatch(each -> each.gives(role, identity, at))) {
            throw properties.fault(
                    name,
                    "names " + identity.ownName() + ", which has no role assignment for " + role.title() + " ("
                            + role.id() + ") at " + at.ownName() + ": in Azure " + role.otherwise()
                            + "; add the role assignment");
        }
    }
}
