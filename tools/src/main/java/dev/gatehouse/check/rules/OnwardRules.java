package dev.gatehouse.check.rules;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.guid.Guid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an app needs to call onward: the credential of its identity, and its role for the data that it keeps. */
final class OnwardRules {
    private static final String TABLE_DATA_CONTRIBUTOR = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";

    /** Roles that give more than data: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles. */
    private static final Map<String, String> WIDER = Map.of(
            "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner",
            "b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor",
            "17d1049b-9a84-46fb-8f53-869881c3d3ab", "Storage Account Contributor");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "federated-credential-mismatch",
                    "Entra compares issuer, subject and audience exactly: the app cannot prove itself, or another identity can"
                            + " prove to be the app." + DocLinks.FEDERATION,
                    "Use the tenant's issuer of version 2, the principal id of the app's identity, and the cloud's token exchange"
                            + " audience.",
                    OnwardRules::credentials),
            new Rule(
                    "table-role-too-wide",
                    "An app that is taken over can read and change more than its own table." + DocLinks.TABLE_ROLES,
                    "Assign Storage Table Data Contributor at the table.",
                    OnwardRules::roles));

    private OnwardRules() {}

    private static void credentials(DeployedFile deployed, FindingCollector notes) {
        deployed.all(ResourceTypes.FEDERATED_CREDENTIAL)
                .forEach(credential -> cloud(credential).ifPresent(cloud -> {
                    issuer(credential.at("properties.issuer"), cloud, notes);
                    credential.at("properties.audiences").elements().stream()
                            .filter(audience -> !notes.undecided(audience))
                            .filter(audience -> !audience.text().marked().equals(cloud.tokenExchange()))
                            .forEach(audience -> notes.found(
                                    audience.place(),
                                    "the audience is "
                                            + FindingCollector.shown(
                                                    audience.text().marked()) + ", not " + cloud.tokenExchange()));
                    subject(credential.at("properties.subject"), deployed, notes);
                }));
    }

    /** The cloud whose identities it is for; empty for another issuer's, such as GitHub's. */
    private static Optional<Cloud> cloud(DeployedResource credential) {
        String issuer = credential.at("properties.issuer").text().prefix();
        return Arrays.stream(Cloud.values())
                .filter(cloud -> issuer.startsWith("https://" + cloud.loginHost())
                        || issuer.startsWith("https://" + cloud.stsHost()))
                .findFirst();
    }

    private static void issuer(ResourceValue issuer, Cloud cloud, FindingCollector notes) {
        String text = issuer.text().marked();
        String start = "https://" + cloud.loginHost() + "/";
        if (!notes.undecided(issuer)
                && !(text.startsWith(start)
                        && text.endsWith("/v2.0")
                        && Guid.matches(text.substring(start.length(), text.length() - "/v2.0".length())))) {
            notes.found(
                    issuer.place(), "the issuer is " + FindingCollector.shown(text) + ", not " + start + "TENANT/v2.0");
        }
    }

    private static void subject(ResourceValue subject, DeployedFile deployed, FindingCollector notes) {
        List<DeployedResource> identities = deployed.all(ResourceTypes.IDENTITY).toList();
        String expression = subject.unknown().orElse("").toLowerCase(Locale.ROOT);
        if (expression.isEmpty()) {
            notes.found(
                    subject.place(),
                    "the subject " + FindingCollector.shown(subject.text().marked())
                            + " is not the principal id of an identity of this deployment");
        } else if (identities.stream().noneMatch(each -> isOf(each, expression))) {
            notes.undecided(subject);
        } else if (!expression.contains("principalid")) {
            notes.found(subject.place(), "the subject is another value of the identity, not its principal id");
        }
    }

    private static boolean isOf(DeployedResource identity, String expression) {
        return !identity.id().isEmpty()
                && expression.contains("'" + identity.id().toLowerCase(Locale.ROOT) + "'");
    }

    private static void roles(DeployedFile deployed, FindingCollector notes) {
        if (deployed.all(ResourceTypes.TABLE).findAny().isEmpty()) {
            return;
        }
        deployed.all(ResourceTypes.ROLE).forEach(assignment -> {
            String id = assignment.at("id").text().marked().toLowerCase(Locale.ROOT);
            String role =
                    assignment.at("properties.roleDefinitionId").text().suffix().replaceFirst("^.*/", "");
            if (role.equals(TABLE_DATA_CONTRIBUTOR) && !id.contains("/tables/")) {
                notes.found(assignment.place(), "Storage Table Data Contributor is assigned for more than one table");
            } else if (WIDER.containsKey(role) && id.contains("/storageaccounts/")) {
                notes.found(assignment.place(), WIDER.get(role) + " is assigned at the storage account or below");
            }
        });
    }
}
