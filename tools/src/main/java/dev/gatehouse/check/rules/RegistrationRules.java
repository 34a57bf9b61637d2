package dev.gatehouse.check.rules;

import dev.gatehouse.check.Rule;
import dev.gatehouse.deployment.ResourceTypes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The APIs' registrations in Entra. */
final class RegistrationRules {
    private static final Pattern UNSAFE_REDIRECT =
            Pattern.compile("\\*|^http://(?!localhost\\b|127\\.0\\.0\\.1\\b|\\[::1])", Pattern.CASE_INSENSITIVE);
    private static final String GRANT = "properties.web.implicitGrantSettings.";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "redirect-uris-on-api",
                    "Users do not sign in to an API: stolen codes and tokens can be sent to a leftover redirect URI."
                            + DocLinks.REGISTRATIONS,
                    "Remove the redirect URIs; give clients separate registrations.",
                    (deployed, notes) -> Registration.apis(deployed)
                            .flatMap(api -> Stream.of("web", "spa", "publicClient")
                                    .map(kind -> api.app().at("properties." + kind + ".redirectUris")))
                            .filter(uris -> !notes.undecided(uris) && !uris.isEmpty())
                            .forEach(uris ->
                                    notes.found(uris.place(), uris.node().size() + " redirect URIs"))),
            new Rule(
                    "implicit-grant",
                    "Tokens are returned in a page's URL, which histories and logs keep." + DocLinks.REGISTRATIONS,
                    "Set enableAccessTokenIssuance and enableIdTokenIssuance to false.",
                    Property.all(
                            new Property(
                                    ResourceTypes.APPLICATION,
                                    GRANT + "enableAccessTokenIssuance",
                                    ExpectedValue.orLeftOut("false")),
                            new Property(
                                    ResourceTypes.APPLICATION,
                                    GRANT + "enableIdTokenIssuance",
                                    ExpectedValue.orLeftOut("false")))),
            new Rule(
                    "client-secret-on-api",
                    "An API that only receives tokens needs no secret; anyone who obtains it can act as the API."
                            + DocLinks.REGISTRATIONS,
                    "Remove it; use a managed identity or a federated credential where the API calls others.",
                    (deployed, notes) -> Registration.apis(deployed)
                            .map(api -> api.app().at("properties.passwordCredentials"))
                            .filter(secrets -> !notes.undecided(secrets) && !secrets.isEmpty())
                            .forEach(secrets ->
                                    notes.found(secrets.place(), secrets.node().size() + " client secrets"))),
            new Rule(
                    "registration-open-to-other-tenants",
                    "Users and applications of every tenant can get tokens for the API." + DocLinks.REGISTRATIONS,
                    "Set signInAudience to AzureADMyOrg.",
                    (deployed, notes) -> Registration.apis(deployed)
                            .map(api -> api.app().at("properties.signInAudience"))
                            .filter(audience -> !notes.undecided(audience)
                                    && !ExpectedValue.orLeftOut("AzureADMyOrg").holds(audience))
                            .forEach(audience -> notes.found(
                                    audience.place(), PolicyText.of(audience).shown()))),
            new Rule(
                    "redirect-uri-unsafe",
                    "Codes and tokens are sent there: a wildcard leads to more addresses than intended, http to everyone on the"
                            + " way." + DocLinks.REGISTRATIONS,
                    "Write each address in full, with https; http for localhost only.",
                    (deployed, notes) -> deployed.all(ResourceTypes.APPLICATION)
                            .flatMap(app -> Stream.of("web", "spa", "publicClient")
                                    .flatMap(
                                            kind -> app.at("properties." + kind + ".redirectUris").elements().stream()))
                            .filter(uri ->
                                    UNSAFE_REDIRECT.matcher(uri.text().prefix()).find())
                            .forEach(uri ->
                                    notes.found(uri.place(), PolicyText.of(uri).shown()))),
            new Rule(
                    "app-tokens-not-marked",
                    "Without idtyp, only missing claims distinguish an application's token from a user's."
                            + DocLinks.OPTIONAL_CLAIMS,
                    "Add { name: 'idtyp' } to optionalClaims.accessToken.",
                    (deployed, notes) -> Registration.apis(deployed)
                            .map(api -> api.app().at("properties.optionalClaims.accessToken"))
                            .filter(claims -> !notes.undecided(claims))
                            .filter(claims -> claims.elements().stream()
                                    .noneMatch(claim ->
                                            claim.at("name").text().marked().equals("idtyp")))
                            .forEach(claims ->
                                    notes.found(claims.place(), "the optional claim idtyp is not requested"))));

    private RegistrationRules() {}
}
