package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.guid.Guid;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Malformed ids. */
final class IdRules {
    private static final Pattern ASSIGNED = Pattern.compile(".*\\)\\.(appId|clientId|principalId|tenantId)");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "client-id-is-no-guid",
                    "Entra's client, object and tenant ids are GUIDs: no token can match any other text, so the"
                            + " legitimate caller is rejected." + DocLinks.CLAIMS,
                    "Copy the application (client) id or object id from the registration: 8-4-4-4-12 digits from 0 to f.",
                    IdRules::clientIds),
            new Rule(
                    "almost-a-guid",
                    "It looks like a GUID but is not valid: a digit too many or too few, or a letter after f."
                            + " Tokens for it cannot be issued, or never match." + DocLinks.CLAIMS,
                    "Copy the id from the registration again, or use its App ID URI.",
                    IdRules::resources),
            new Rule(
                    "tenant-id-is-none",
                    "No tenant has this name, so every token is rejected." + DocLinks.VALIDATE_ENTRA,
                    "Write the tenant's GUID.",
                    new EachPolicy(
                            (policy, notes) -> PolicyText.attributes(policy, "validate-azure-ad-token", "tenant-id")
                                    .forEach(tenant -> tenant.noteWhen(text -> !EntraIds.isTenant(text), notes)))));

    private IdRules() {}

    private static void clientIds(DeployedFile deployed, FindingCollector notes) {
        new EachPolicy((policy, inner) -> clientIds(policy).forEach(id -> note(id, text -> !Guid.matches(text), inner)))
                .of(deployed, notes);
        AuthSettingsV2.all(deployed)
                .flatMap(easyAuth -> Stream.of(
                                Stream.of(easyAuth.clientId()).filter(id -> !id.isAbsent()),
                                easyAuth.allowedApplications().elements().stream(),
                                easyAuth.allowedIdentities().elements().stream())
                        .flatMap(ids -> ids))
                .map((ResourceValue id) -> PolicyText.of(id))
                .forEach(id -> note(id, text -> !Guid.matches(text), notes));
    }

    /** Ids that Azure assigned are not checked. */
    private static void note(PolicyText id, Predicate<String> bad, FindingCollector notes) {
        if (id.text()
                .unknown()
                .filter(expression -> ASSIGNED.matcher(expression).matches())
                .isEmpty()) {
            id.noteWhen(bad, notes);
        }
    }

    private static Stream<PolicyText> clientIds(PolicyDocument policy) {
        return Stream.of(
                        PolicyText.elements(policy, "application-id"),
                        PolicyText.attributes(policy, "authentication-managed-identity", "client-id"),
                        TokenRules.validations(policy)
                                .flatMap(each -> TokenRules.claim(each, "azp", "appid", "oid", "tid").stream())
                                .map(value -> PolicyText.of(policy, value)))
                .flatMap(ids -> ids);
    }

    private static void resources(DeployedFile deployed, FindingCollector notes) {
        new EachPolicy((policy, inner) -> resources(policy).forEach(id -> note(id, EntraIds::isAlmostAGuid, inner)))
                .of(deployed, notes);
        AuthSettingsV2.all(deployed)
                .flatMap(easyAuth -> easyAuth.allowedAudiences().elements().stream())
                .map((ResourceValue id) -> PolicyText.of(id))
                .forEach(id -> note(id, EntraIds::isAlmostAGuid, notes));
    }

    private static Stream<PolicyText> resources(PolicyDocument policy) {
        return Stream.concat(
                PolicyText.attributes(policy, "authentication-managed-identity", "resource"), audiences(policy));
    }

    /** The audiences that policies accept. */
    static Stream<PolicyText> audiences(PolicyDocument policy) {
        return Stream.concat(
                PolicyText.elements(policy, "audience"),
                TokenRules.validations(policy)
                        .flatMap(each -> TokenRules.claim(each, "aud").stream())
                        .map(value -> PolicyText.of(policy, value)));
    }
}
