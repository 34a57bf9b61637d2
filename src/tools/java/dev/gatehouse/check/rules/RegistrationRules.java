package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.deployed.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The APIs' registrations in Entra. */
final class RegistrationRules {
    private static final String GRANT = "properties.web.implicitGrantSettings.";
    private static final String PRINCIPAL = "Microsoft.Graph/servicePrincipals";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "assignment-not-required",
                    "Entra issues tokens for the API to every application of the tenant, with no role in them; this is the"
                            + " default." + Pages.CLIENT_CREDENTIALS,
                    "Set appRoleAssignmentRequired of the API's service principal to true, and check roles as well.",
                    RegistrationRules::assignment),
            new Rule(
                    "default-access-refused",
                    "Microsoft Graph takes the role of zeros only for an API that declares no roles: the deployment fails, or"
                            + " nobody is assigned." + Pages.ASSIGNMENTS,
                    "Declare a role for users, and assign that.",
                    RegistrationRules::defaultAccess),
            new Rule(
                    "redirect-uris-on-api",
                    "Nobody signs in to an API: a leftover redirect URI is where stolen codes and tokens can be sent to."
                            + Pages.REGISTRATIONS,
                    "Remove the redirect URIs; give clients registrations of their own.",
                    (deployed, notes) -> Registration.apis(deployed)
                            .flatMap(api -> Stream.of("web", "spa", "publicClient")
                                    .map(kind -> api.app().at("properties." + kind + ".redirectUris")))
                            .filter(uris -> !notes.undecided(uris) && !uris.isEmpty())
                            .forEach(uris ->
                                    notes.found(uris.place(), uris.node().size() + " redirect URIs"))),
            new Rule(
                    "implicit-grant",
                    "Tokens are handed out in the address of a page, where histories and logs keep them."
                            + Pages.REGISTRATIONS,
                    "Set enableAccessTokenIssuance and enableIdTokenIssuance to false.",
                    Property.all(
                            new Property(
                                    "Microsoft.Graph/applications",
                                    GRANT + "enableAccessTokenIssuance",
                                    Expected.orLeftOut("false")),
                            new Property(
                                    "Microsoft.Graph/applications",
                                    GRANT + "enableIdTokenIssuance",
                                    Expected.orLeftOut("false")))),
            new Rule(
                    "client-secret-on-api",
                    "An API that only receives tokens needs no secret; who finds this one can act as the API."
                            + Pages.REGISTRATIONS,
                    "Remove it; use a managed identity or a federated credential where the API calls others.",
                    (deployed, notes) -> Registration.apis(deployed)
                            .map(api -> api.app().at("properties.passwordCredentials"))
                            .filter(secrets -> !notes.undecided(secrets) && !secrets.isEmpty())
                            .forEach(secrets ->
                                    notes.found(secrets.place(), secrets.node().size() + " client secrets"))),
            new Rule(
                    "app-tokens-not-marked",
                    "Without idtyp a token of an application is told from a user's by what is missing in it only."
                            + Pages.OPTIONAL_CLAIMS,
                    "Add { name: 'idtyp' } to optionalClaims.accessToken.",
                    (deployed, notes) -> Registration.apis(deployed)
                            .map(api -> api.app().at("properties.optionalClaims.accessToken"))
                            .filter(claims -> !notes.undecided(claims))
                            .filter(claims -> claims.elements().stream()
                                    .noneMatch(claim ->
                                            claim.at("name").text().marked().equals("idtyp")))
                            .forEach(claims ->
                                    notes.found(claims.place(), "the optional claim idtyp is not asked for"))));

    private RegistrationRules() {}

    private static void assignment(Deployed deployed, Notes notes) {
        boolean onlyApis = Registration.apis(deployed).count()
                == deployed.all("Microsoft.Graph/applications").count();
        List<Resource> principals = deployed.all(PRINCIPAL).toList();
        principals.forEach(principal -> HostingRules.onCondition(principal, notes));
        Registration.apis(deployed)
                .skip(principals.size())
                .forEach(api -> notes.undecided(
                        api.app().place(),
                        "whether assignment is required: not each API here has a service principal here"));
        principals.stream()
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
                        notes.undecided(principal.place(), "whether it is an API's: " + Notes.atRunTime(id(principal)));
                    }
                });
    }

    private static void defaultAccess(Deployed deployed, Notes notes) {
        List<Registration> apis = Registration.apis(deployed).toList();
        deployed.all("Microsoft.Graph/appRoleAssignedTo")
                .map(assignment -> assignment.at("properties.appRoleId"))
                .filter(role -> role.text().marked().equals(Ids.SOME_GUID))
                .forEach(role -> {
                    long declaring =
                            apis.stream().filter(api -> !api.roles().isEmpty()).count();
                    if (declaring > 0 && declaring == apis.size()) {
                        notes.found(role.place(), "the role of zeros, beside declared ones");
                    } else if (declaring > 0 || apis.isEmpty()) {
                        notes.undecided(role.place(), "whether the API declares roles is not known");
                    }
                });
    }

    private static String id(Resource principal) {
        return principal.at("properties.appId").text().marked();
    }

    /** What tokens are checked for: one and the same expression is one and the same application. */
    private static Set<String> apiIds(Deployed deployed) {
        Stream<String> audiences = deployed.policies().stream()
                .flatMap(policy -> policy.xml().all("audience").stream())
                .map(audience -> audience.text());
        Stream<String> easyAuth =
                EasyAuth.all(deployed).map(each -> each.clientId().text().marked());
        return Stream.concat(audiences, easyAuth).collect(Collectors.toSet());
    }

    private static Set<String> clientIds(Deployed deployed) {
        return EasyAuth.all(deployed)
                .flatMap(each -> each.allowedApplications().elements().stream())
                .map((Value client) -> client.text().marked())
                .collect(Collectors.toSet());
    }
}
