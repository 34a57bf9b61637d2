package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.stream.Stream;

/** Whose tokens are taken beside those that the API is meant for. */
final class TrustRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "audience-of-another-api",
                    "Tokens that were issued for another API are let in: whoever may call that one, or gets its callers'"
                            + " tokens, can call this one." + DocLinks.CLAIMS,
                    "List the API's own client id alone; add its App ID URI only for version 1 tokens.",
                    TrustRules::audiences),
            new Rule(
                    "issuer-beside-entra",
                    "One token check takes whatever any of its issuers signs: roles and tenant say what the weakest wants them to."
                            + DocLinks.VALIDATE_JWT,
                    "Keep Entra's metadata and issuers alone, or check the other's tokens in an API of their own.",
                    EachPolicy.element("validate-jwt", TrustRules::issuers)),
            new Rule(
                    "easy-auth-other-provider",
                    "Easy Auth lets in whoever signs in there: applications and identities are asked for in Entra's"
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

    /** Easy Auth takes its own client id without being told; of anything else it must be known that it is the API's. */
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
                            uri -> {}, () -> notes.found(value.place(), shown + ", which no registration here has"));
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
            others.forEach(each -> notes.found(each.place(), each.shown() + ", beside Entra"));
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
