package dev.gatehouse.deployment;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.AppRole;
import dev.gatehouse.chain.entra.directory.RoleAssignment;
import java.util.List;

/** Reads who is assigned which role. */
record AssignmentReader(List<AppRegistration> applications, LocalValues values) {
    /** Assigned to the application without any role (Microsoft Graph, appRoleAssignment). */
    private static final String DEFAULT_ACCESS = "00000000-0000-0000-0000-000000000000";

    RoleAssignment assignment(DeployedResource resource) {
        Properties properties = Properties.of(resource, values);
        String principal = properties.required("principalId");
        String of = properties.required("resourceId");
        String role = properties.required("appRoleId");
        properties.end();
        AppRegistration application = applications.stream()
                .filter(each -> each.principal().objectId().equals(of))
                .findFirst()
                .orElseThrow(
                        () -> properties.fault("resourceId", "is not a service principal of this deployment: " + of));
        if (role.equals(DEFAULT_ACCESS)) {
            return new RoleAssignment(principal, application.clientId(), RoleAssignment.DEFAULT_ACCESS);
        }
        String value = application.api().roles().stream()
                .filter(each -> each.id().equals(role))
                .map(AppRole::value)
                .findFirst()
                .orElseThrow(() -> properties.fault(
                        "appRoleId",
                        "is not a role of " + application.principal().displayName() + ": " + role));
        return new RoleAssignment(principal, application.clientId(), value);
    }
}
