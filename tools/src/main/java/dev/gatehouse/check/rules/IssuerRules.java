package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.xml.XmlElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which issuers' tokens are accepted. */
final class IssuerRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "any-tenant",
                    "Tokens of every Entra tenant are accepted, and anyone can create a tenant." + DocLinks.CLAIMS,
                    "Name the tenant by its GUID; for several, require the claim tid with the list of their GUIDs.",
                    IssuerRules::anyTenant),
            new Rule(
                    "openid-config-url-broken",
                    "The signing keys cannot be read from this address, so every token is rejected, or another issuer's"
                            + " keys are used." + DocLinks.VALIDATE_JWT,
                    "Write https://login.microsoftonline.com/<tenant GUID>/v2.0/.well-known/openid-configuration;"
                            + " without /v2.0 for version 1 tokens.",
                    new EachPolicy((policy, notes) -> PolicyText.attributes(policy, "openid-config", "url")
                            .forEach(url -> note(url, EntraUrl::metadataFault, notes)))),
            new Rule(
                    "issuer-malformed",
                    "Issuers are compared character by character: no token has this issuer." + DocLinks.TOKENS,
                    "Write https://login.microsoftonline.com/<tenant GUID>/v2.0 for version 2, or"
                            + " https://sts.windows.net/<tenant GUID>/ for version 1.",
                    IssuerRules::issuers));

    private IssuerRules() {}

    private static void issuers(DeployedFile deployed, FindingCollector notes) {
        new EachPolicy((policy, inner) -> policy.xml().all("issuers").stream()
                        .flatMap(issuers -> issuers.children("issuer").stream())
                        .forEach(issuer -> note(PolicyText.of(policy, issuer), EntraUrl::issuerFault, inner)))
                .of(deployed, notes);
        AuthSettingsV2.all(deployed).forEach(easyAuth -> {
            ResourceValue issuer = easyAuth.issuer();
            if (!issuer.isAbsent()) {
                note(PolicyText.of(issuer), url -> Optional.empty(), notes);
            }
        });
    }

    private static void note(PolicyText url, Function<EntraUrl, Optional<String>> further, FindingCollector notes) {
        Optional<String> completed = EntraUrl.completed(url.text());
        if (completed.isEmpty()) {
            notes.open(url.place(), url.text().unknown().orElse(""));
            return;
        }
        if (PolicyText.isFilledIn(completed.get())) {
            notes.undecided(url.place(), url.shown() + ", which looks like a placeholder that a script fills");
            return;
        }
        EntraUrl.fault(completed.get())
                .or(() -> further.apply(EntraUrl.of(completed.get())))
                .ifPresent(fault -> notes.found(url.place(), url.shown() + ": it " + fault));
    }

    private static void anyTenant(DeployedFile deployed, FindingCollector notes) {
        new EachPolicy(IssuerRules::anyTenantInPolicy).of(deployed, notes);
        List<ResourceValue> listed = AppSettings.of(deployed)
                .filter(setting -> setting.name().equals("WEBSITE_AUTH_AAD_ALLOWED_TENANTS"))
                .map(AppSettings.Setting::value)
                .toList();
        AuthSettingsV2.all(deployed)
                .map(AuthSettingsV2::issuer)
                .filter(issuer -> isAnyTenant(PolicyText.of(issuer)))
                .filter(issuer -> listed.stream().noneMatch(list -> notes.undecided(list) || areTenants(list)))
                .forEach(issuer ->
                        notes.found(issuer.place(), PolicyText.of(issuer).shown()));
    }

    private static boolean areTenants(ResourceValue list) {
        return Arrays.stream(list.text().marked().split(",", -1))
                .map(String::strip)
                .allMatch(tenant -> Guid.matches(tenant) && !EntraIds.isAnyTenant(tenant));
    }

    private static void anyTenantInPolicy(PolicyDocument policy, FindingCollector notes) {
        PolicyText.attributes(policy, "validate-azure-ad-token", "tenant-id")
                .forEach(tenant -> tenant.noteWhen(EntraIds::isAnyTenant, notes));
        policy.xml().all("validate-jwt").stream()
                .filter(validation -> TokenRules.claim(validation, "tid").isEmpty())
                .flatMap(validation -> metadata(policy, validation))
                .filter(IssuerRules::isAnyTenant)
                .forEach(url -> notes.found(url.place(), url.shown()));
    }

    /** The metadata addresses of a policy that validates tokens. */
    static Stream<PolicyText> metadata(PolicyDocument policy, XmlElement validation) {
        return validation.children("openid-config").stream()
                .flatMap(config -> PolicyText.attribute(policy, config, "url").stream());
    }

    private static boolean isAnyTenant(PolicyText url) {
        return EntraUrl.completed(url.text())
                .filter(text -> EntraUrl.fault(text).isEmpty())
                .filter(text -> EntraIds.isAnyTenant(EntraUrl.of(text).tenant()))
                .isPresent();
    }
}
