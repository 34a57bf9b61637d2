package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.guid.Guid;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is assigned to an API in Entra, and whether assignment is required. */
final class AssignmentRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "assignment-not-required",
                    "Any application of the tenant can get a token for the API, without a role in it; this is Entra's"
                            + " default." + DocLinks.CLIENT_CREDENTIALS,
                    "Set appRoleAssignmentRequired of the API's service principal to true, and check roles as well.",
                    AssignmentRules::assignment),
            new Rule(
                    "default-access-refused",
                    "Microsoft Graph accepts the all-zero role id only for an API that declares no roles: the deployment fails, or"
                            + " no user is assigned." + DocLinks.ASSIGNMENTS,
                    "Declare a role for users and assign it.",
                    AssignmentRules::defaultAccess));

    private AssignmentRules() {}

    private static void assignment(DeployedFile deployed, FindingCollector notes) {
        boolean onlyApis = Registration.apis(deployed).count()
                == deployed.all(ResourceTypes.APPLICATION).count();
        List<DeployedResource> principals =
                deployed.all(ResourceTypes.PRINCIPAL).toList();
        principals.forEach(principal -> HostingRules.onCondition(principal, notes));
        Registration.apis(deployed)
                .skip(principals.size())
                .forEach(api -> notes.undecided(
                        api.app().place(),
                        "whether assignment is required: an API of this file has no service principal in it"));
        principals.stream()
                .filter(principal ->
                        !Guid.matches(id(principal)) || apiIds(deployed).contains(id(principal)))
                .filter(principal -> !notes.undecided(principal.at("properties.appRoleAssignmentRequired")))
                .filter(principal -> !principal
                        .at("properties.appRoleAssignmentRequired")
                        .node()
                        .asBoolean())
                .forEach(principal -> {
                    if (onlyApis || apiIds(deployed).contains(id(principal))) {
                        notes.found(
                                principal
                                        .at("properties.appRoleAssignmentRequired")
                                        .place(),
                                "appRoleAssignmentRequired is not true");
                    } else if (!clientIds(deployed).contains(id(principal))) {
                        notes.undecided(
                                principal.place(),
                                "whether this service principal is an API's: "
                                        + FindingCollector.atRunTime(id(principal)));
                    }
                });
    }

    private static void defaultAccess(DeployedFile deployed, FindingCollector notes) {
        List<Registration> apis = Registration.apis(deployed).toList();
        deployed.all(ResourceTypes.ASSIGNMENT)
                .map(assignment -> assignment.at("properties.appRoleId"))
                .filter(role -> role.text().marked().equals(Guid.NIL))
                .forEach(role -> {
                    long declaring =
                            apis.stream().filter(api -> !api.roles().isEmpty()).count();
                    if (declaring > 0 && declaring == apis.size()) {
                        notes.found(role.place(), "the all-zero role id, although the API declares roles");
                    } else if (declaring > 0 || apis.isEmpty()) {
                        notes.undecided(role.place(), "it is not known whether the API declares roles");
                    }
                });
    }

    private static String id(DeployedResource principal) {
        return principal.at("properties.appId").text().marked();
    }

    /** The audiences that tokens are checked for. The same expression means the same application. */
    private static Set<String> apiIds(DeployedFile deployed) {
        Stream<String> audiences = deployed.policies().stream()
                .flatMap(policy -> policy.xml().all("audience").stream())
                .map(audience -> audience.text());
        Stream<String> easyAuth =
                AuthSettingsV2.all(deployed).map(each -> each.clientId().text().marked());
        return Stream.concat(audiences, easyAuth).collect(Collectors.toSet());
    }

    private static Set<String> clientIds(DeployedFile deployed) {
        return AuthSettingsV2.all(deployed)
                .flatMap(each -> each.allowedApplications().elements().stream())
                .map((ResourceValue client) -> client.text().marked())
                .collect(Collectors.toSet());
    }
}
