package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What apps and their identities may do. */
final class PrivilegeRules {
    private static final Map<String, String> BROAD = Map.of(
            "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner",
            "b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor",
            "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator",
            "f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator");
    private static final String VAULT_ADMINISTRATOR = "00482a5a-887f-4fb3-b363-3b7fe8e74483";
    private static final Pattern AT_RESOURCE =
            Pattern.compile("(?i)/providers/.+/providers/Microsoft\\.Authorization/");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "identity-with-broad-role",
                    "Whoever takes over the app changes, or grants access to, everything in the role's scope."
                            + DocLinks.ROLES,
                    "Assign the narrowest role, such as Storage Blob Data Contributor, at the one resource that needs it.",
                    PrivilegeRules::roles),
            new Rule(
                    "vault-access-for-everything",
                    "With all permissions the app can delete and replace what it only has to read." + DocLinks.VAULT,
                    "Use roles (enableRbacAuthorization) such as Key Vault Secrets User, or permit get alone.",
                    PrivilegeRules::vaults),
            new Rule(
                    "identity-type-mismatch",
                    "The identities that are listed are not assigned, so every call that needs one fails."
                            + DocLinks.APP_IDENTITY,
                    "Set type to UserAssigned, or 'SystemAssigned, UserAssigned', and list the identities.",
                    PrivilegeRules::identities));

    private PrivilegeRules() {}

    private static void roles(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.ROLE)
                .filter(role -> isOfApp(role.at("properties")))
                .forEach(role -> BROAD.forEach((id, name) -> {
                    ResourceValue definition = role.at("properties.roleDefinitionId");
                    boolean isWide = !name.equals("Contributor") || !isAtResource(role);
                    if (isWide && lower(definition.text().suffix()).endsWith(id)) {
                        notes.found(definition.place(), "an identity has the role " + name);
                    }
                }));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** At one resource, Contributor may be the narrowest role that there is; a snapshot has the scope in the id. */
    private static boolean isAtResource(DeployedResource role) {
        return role.at("scope").text().marked().contains("Microsoft.")
                || AT_RESOURCE.matcher(role.id()).find();
    }

    /** By what its principal is called where the type is not stated. */
    private static boolean isOfApp(ResourceValue assignment) {
        String type = assignment.at("principalType").text().marked();
        String principal = assignment.at("principalId").text().shown();
        return type.equalsIgnoreCase("ServicePrincipal") && principal.contains("reference(")
                || (type.isEmpty() && principal.matches("(?s).*reference\\(.*(identity|principalId).*"));
    }

    private static void vaults(DeployedFile deployed, FindingCollector notes) {
        Stream.concat(deployed.all(ResourceTypes.VAULT), deployed.all(ResourceTypes.VAULT + "/accessPolicies"))
                .flatMap(vault -> vault.at("properties.accessPolicies").elements().stream())
                .flatMap(policy -> Stream.of("secrets", "keys", "certificates")
                        .flatMap(kind -> policy.at("permissions." + kind).elements().stream()))
                .filter(permission -> permission.text().marked().equalsIgnoreCase("all"))
                .forEach(permission -> notes.found(permission.place(), "the permission is all"));
        deployed.all(ResourceTypes.ROLE)
                .filter(role -> isOfApp(role.at("properties")))
                .map(role -> role.at("properties.roleDefinitionId"))
                .filter(role -> lower(role.text().suffix()).endsWith(VAULT_ADMINISTRATOR))
                .forEach(role -> notes.found(role.place(), "an identity has the role Key Vault Administrator"));
    }

    private static void identities(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.SITE).forEach(site -> {
            ResourceValue type = site.at("identity.type");
            ResourceValue listed = site.at("identity.userAssignedIdentities");
            boolean user = type.text().marked().contains("UserAssigned");
            if (type.isAbsent()
                    || type.unknown().isPresent()
                    || listed.unknown().isPresent()) {
                return;
            }
            if (user == listed.isEmpty()) {
                notes.found(
                        type.place(),
                        user ? "no user-assigned identity is listed" : "the listed identities are not of this type");
            }
        });
    }
}
