package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.Value;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ids that are written wrong. */
final class IdRules {
    private static final Pattern ASSIGNED = Pattern.compile(".*\\)\\.(appId|clientId|principalId|tenantId)");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "client-id-is-no-guid",
                    "Entra's client, object and tenant ids are GUIDs: no token can match another text, so the"
                            + " rightful caller is refused." + Pages.CLAIMS,
                    "Copy the application (client) id or object id from the registration: 8-4-4-4-12 digits from 0 to f.",
                    IdRules::clientIds),
            new Rule(
                    "almost-a-guid",
                    "It was meant to be a GUID and is none: a digit too many or too few, or a letter behind f."
                            + " Tokens for it cannot be had, or never match." + Pages.CLAIMS,
                    "Copy the id from the registration again, or write its App ID URI.",
                    IdRules::resources),
            new Rule(
                    "tenant-id-is-none",
                    "No tenant is found under this name, so every token is refused." + Pages.VALIDATE_ENTRA,
                    "Write the tenant's GUID.",
                    new EachPolicy((policy, notes) -> Written.attributes(policy, "validate-azure-ad-token", "tenant-id")
                            .forEach(tenant -> tenant.noteWhen(text -> !Ids.isTenant(text), notes)))));

    private IdRules() {}

    private static void clientIds(Deployed deployed, Notes notes) {
        new EachPolicy((policy, inner) -> clientIds(policy).forEach(id -> note(id, text -> !Ids.isGuid(text), inner)))
                .of(deployed, notes);
        EasyAuth.all(deployed)
                .flatMap(easyAuth -> Stream.of(
                                Stream.of(easyAuth.clientId()).filter(id -> !id.isAbsent()),
                                easyAuth.allowedApplications().elements().stream(),
                                easyAuth.allowedIdentities().elements().stream())
                        .flatMap(ids -> ids))
                .map((Value id) -> Written.of(id))
                .forEach(id -> note(id, text -> !Ids.isGuid(text), notes));
    }

    /** What Azure itself has assigned is not looked at. */
    private static void note(Written id, Predicate<String> bad, Notes notes) {
        if (id.text()
                .unknown()
                .filter(expression -> ASSIGNED.matcher(expression).matches())
                .isEmpty()) {
            id.noteWhen(bad, notes);
        }
    }

    private static Stream<Written> clientIds(PolicyDocument policy) {
        return Stream.of(
                        Written.elements(policy, "application-id"),
                        Written.attributes(policy, "authentication-managed-identity", "client-id"),
                        TokenRules.validations(policy)
                                .flatMap(each -> TokenRules.claim(each, "azp", "appid", "oid", "tid").stream())
                                .map(value -> Written.of(policy, value)))
                .flatMap(ids -> ids);
    }

    private static void resources(Deployed deployed, Notes notes) {
        new EachPolicy((policy, inner) -> resources(policy).forEach(id -> note(id, Ids::isAlmostAGuid, inner)))
                .of(deployed, notes);
        EasyAuth.all(deployed)
                .flatMap(easyAuth -> easyAuth.allowedAudiences().elements().stream())
                .map((Value id) -> Written.of(id))
                .forEach(id -> note(id, Ids::isAlmostAGuid, notes));
    }

    private static Stream<Written> resources(PolicyDocument policy) {
        return Stream.concat(
                Written.attributes(policy, "authentication-managed-identity", "resource"), audiences(policy));
    }

    /** What tokens have to be issued for. */
    static Stream<Written> audiences(PolicyDocument policy) {
        return Stream.concat(
                Written.elements(policy, "audience"),
                TokenRules.validations(policy)
                        .flatMap(each -> TokenRules.claim(each, "aud").stream())
                        .map(value -> Written.of(policy, value)));
    }
}
