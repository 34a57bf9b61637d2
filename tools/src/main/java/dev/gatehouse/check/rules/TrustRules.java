package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.stream.Stream;

/** Which tokens are accepted besides those that are meant for the API. */
final class TrustRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "audience-of-another-api",
                    "Tokens that were issued for another API are accepted: its callers, and anyone who gets their"
                            + " tokens, can call this one." + DocLinks.CLAIMS,
                    "List only the API's own client id; add its App ID URI only for version 1 tokens.",
                    TrustRules::audiences),
            new Rule(
                    "issuer-beside-entra",
                    "One token check accepts tokens of any of its issuers: the weakest issuer can set any role and tenant."
                            + DocLinks.VALIDATE_JWT,
                    "Keep only Entra's metadata and issuers, or check the other issuer's tokens in a separate API.",
                    EachPolicy.element("validate-jwt", TrustRules::issuers)),
            new Rule(
                    "easy-auth-other-provider",
                    "Easy Auth accepts every user of this provider: applications and identities are checked in Entra's"
                            + " tokens only." + DocLinks.EASY_AUTH_FILE,
                    "Remove the provider, or set its enabled to false.",
                    (deployed, notes) -> AuthSettingsV2.all(deployed)
                            .flatMap(AuthSettingsV2::otherProviders)
                            .forEach(provider -> provider(provider, notes))));

    private TrustRules() {}

    private static void audiences(DeployedFile deployed, FindingCollector notes) {
        new EachPolicy((policy, inner) -> IdRules.audiences(policy)
                        .filter(audience -> new ConfiguredAudience(audience.text()).isMicrosofts())
                        .forEach(audience -> inner.found(audience.place(), audience.shown())))
                .of(deployed, notes);
        List<ResourceValue> uris = Registration.apis(deployed)
                .flatMap(api -> api.identifierUris().elements().stream())
                .toList();
        AuthSettingsV2.all(deployed).forEach(easyAuth -> easyAuth.allowedAudiences()
                .elements()
                .forEach(audience -> audience(audience, easyAuth.clientId(), uris, notes)));
    }

    /** Easy Auth always accepts its own client id; any other audience must be known to be the API's. */
    private static void audience(
            ResourceValue value, ResourceValue clientId, List<ResourceValue> uris, FindingCollector notes) {
        ConfiguredAudience audience = new ConfiguredAudience(value.text());
        String shown = PolicyText.of(value).shown();
        if (audience.isMicrosofts()) {
            notes.found(value.place(), shown);
        } else if (audience.isOf(clientId.text()) || uris.stream().anyMatch(uri -> audience.isOf(uri.text()))) {
            return;
        } else if (!audience.isKnown()) {
            notes.undecided(value);
        } else if (audience.isId() && clientId.unknown().isPresent()) {
            notes.undecided(
                    value.place(),
                    "whether it is the clientId: "
                            + FindingCollector.atRunTime(clientId.text().marked()));
        } else if (audience.isId() && !clientId.isEmpty()) {
            notes.found(value.place(), shown + ", which is not the clientId");
        } else if (audience.isUri() && !uris.isEmpty()) {
            uris.stream()
                    .filter(notes::undecided)
                    .findFirst()
                    .ifPresentOrElse(
                            uri -> {},
                            () -> notes.found(value.place(), shown + ", which no registration in this file has"));
        }
    }

    private static void issuers(PolicyDocument policy, XmlElement validation, FindingCollector notes) {
        List<PolicyText> all = Stream.concat(
                        IssuerRules.metadata(policy, validation),
                        validation.below("issuers", "issuer").stream().map(issuer -> PolicyText.of(policy, issuer)))
                .toList();
        List<PolicyText> others = all.stream()
                .filter(each -> each.text().prefix().startsWith("https://"))
                .filter(each -> !EntraUrl.isEntras(each.text().prefix()))
                .toList();
        if (others.size() < all.size()) {
            others.forEach(each -> notes.found(each.place(), each.shown() + ", in addition to Entra"));
        }
    }

    /** A provider without a registration does nothing. */
    private static void provider(ResourceValue provider, FindingCollector notes) {
        ResourceValue enabled = provider.at("enabled");
        boolean isOff = enabled.text().marked().equalsIgnoreCase("false");
        boolean isRegistered = provider.at("registration").texts().anyMatch(text -> !text.isEmpty());
        if (isRegistered && !isOff && !notes.undecided(enabled)) {
            String within = provider.place().within();
            notes.found(provider.place(), within.substring(within.lastIndexOf('.') + 1) + " is enabled");
        }
    }
}
