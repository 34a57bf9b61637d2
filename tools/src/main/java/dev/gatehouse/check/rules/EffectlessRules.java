package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can never work in Azure: values that no token and no caller has, and what API Management does not know. */
final class EffectlessRules {
    private static final String OWN_HEADER =
            "Request\\s*\\.\\s*Headers\\b[^;]{0,80}\"Authorization\"(?![^;]*(Split|Replace|Substring|Last|Parameter))";
    private static final Pattern DOUBLE = Pattern.compile("\"Bearer\\s*\"\\s*\\+[^;]{0,60}" + OWN_HEADER
            + "|\\$\"Bearer \\{[^;]{0,60}" + OWN_HEADER + "|(?i)\"Bearer\\s+Bearer\\b");

    /** The scheme and the token without the blank between them. */
    private static final Pattern JOINED = Pattern.compile("\"Bearer\"\\s*\\+(?!\\s*\"\\s)|\\$\"Bearer\\{");

    private static final Pattern BARE = Pattern.compile(
            "@\\([\\s(]*(string\\)[\\s(]*)*context\\s*\\.\\s*Variables\\s*(\\[\\s*\"([^\"]*)\"\\s*]|\\.\\s*GetValueOrDefault\\s*(<string>)?\\(\\s*\"([^\"]*)\"[^()]*\\))[\\s)]*\\)");

    /** Attributes for which API Management's reference says that expressions are not allowed. */
    private static final Map<String, List<String>> PLAIN = Map.of(
            "include-fragment", List.of("fragment-id"),
            "authentication-managed-identity", List.of("client-id", "output-token-variable-name", "ignore-error"),
            "rate-limit", List.of("calls", "renewal-period"),
            "quota", List.of("calls", "bandwidth", "renewal-period"));

    static final List<Rule> ALL = List.of(
            new Rule(
                    "audience-never-matches",
                    "Audiences are compared as they are written, and tokens of version 2 have the API's client id: every token is"
                            + " rejected." + DocLinks.TOKENS,
                    "List the API's client id.",
                    new EachPolicy((policy, notes) ->
                            TokenRules.validations(policy).forEach(validation -> audience(policy, validation, notes)))),
            new Rule(
                    "scope-never-matches",
                    "The claim scp has the scopes' short names, with blanks between them: another text is in no token, and without"
                            + " separator the whole claim is compared." + DocLinks.VALIDATE_JWT,
                    "Write the scope's name without the App ID URI, and add separator=\" \".",
                    new EachPolicy((policy, notes) -> TokenRules.validations(policy)
                            .flatMap(each -> each.below("required-claims", "claim").stream())
                            .filter(claim -> claim.attribute("name")
                                    .filter("scp"::equals)
                                    .isPresent())
                            .forEach(claim -> scope(policy, claim, notes)))),
            new Rule(
                    "resource-with-scope",
                    "The identity's token is requested for a resource, an App ID URI or a client id: with /.default none is issued."
                            + DocLinks.MANAGED_IDENTITY,
                    "Remove /.default.",
                    new EachPolicy((policy, notes) -> PolicyText.attributes(
                                    policy, "authentication-managed-identity", "resource")
                            .filter(resource -> resource.text().isKnown())
                            .filter(resource -> resource.text().marked().endsWith("/.default"))
                            .forEach(resource -> notes.found(resource.place(), resource.shown())))),
            new Rule(
                    "authorization-malformed",
                    "The receiver finds no bearer token in the header (RFC 6750, 2.1), and rejects the call."
                            + DocLinks.SET_HEADER,
                    "Set the header to \"Bearer \" and the token, once.",
                    new EachPolicy(EffectlessRules::authorization)),
            new Rule(
                    "cors-origin-never-matches",
                    "Browsers send the origin without a path, not even a slash: the page's calls are refused."
                            + DocLinks.CORS,
                    "Remove the slash and what follows it.",
                    EffectlessRules::origins),
            new Rule(
                    "expression-not-allowed",
                    "API Management takes no expression there, and rejects the policy." + DocLinks.POLICIES,
                    "Write the value, or a named value.",
                    new EachPolicy((policy, notes) -> PLAIN.forEach(
                            (element, attributes) -> policy.xml().all(element).forEach(each -> attributes.stream()
                                    .filter(name -> each.attribute(name)
                                            .filter(value -> value.startsWith("@(") || value.startsWith("@{"))
                                            .isPresent())
                                    .forEach(name -> notes.found(
                                            policy.at(each), "<" + element + " " + name + "> is an expression")))))),
            new Rule(
                    "unknown-policy",
                    "API Management rejects a document with an element that it does not know." + DocLinks.POLICIES,
                    "Correct the name, or remove the element.",
                    new EachPolicy((policy, notes) -> {
                        PolicyNames.unknown(policy)
                                .forEach(each -> notes.found(policy.at(each), each.shown() + " is no policy"));
                        PolicyNames.misplaced(policy)
                                .forEach(each ->
                                        notes.found(policy.at(each), each.shown() + " is allowed in <inbound> only"));
                    })));

    private EffectlessRules() {}

    private static void audience(PolicyDocument policy, XmlElement validation, FindingCollector notes) {
        List<XmlElement> audiences = Stream.concat(
                        validation.below("audiences", "audience").stream(),
                        TokenRules.claim(validation, "aud").stream())
                .toList();
        audiences.stream()
                .filter(audience -> audience.text().equals("*"))
                .forEach(audience -> notes.found(policy.at(audience), audience.shown() + " is '*'"));
        boolean onlyUris = !audiences.isEmpty()
                && audiences.stream()
                        .allMatch(audience ->
                                new PartialText(audience.text()).prefix().startsWith("api://"));
        Set<Integer> versions = VersionRules.accepted(policy, validation);
        if (onlyUris && versions.equals(Set.of(2))) {
            notes.found(policy.at(validation), "tokens of version 2 are accepted, and no audience is a client id");
        }
    }

    private static void origins(DeployedFile deployed, FindingCollector notes) {
        Stream<PolicyText> ofApps = deployed.all(ResourceTypes.SITE)
                .flatMap(site -> site.at("properties.siteConfig.cors.allowedOrigins").elements().stream())
                .map((ResourceValue origin) -> PolicyText.of(origin));
        Stream<PolicyText> ofPolicies =
                deployed.policies().stream().flatMap(policy -> PolicyText.elements(policy.known(), "origin"));
        Stream.concat(ofApps, ofPolicies)
                .filter(origin -> origin.text().marked().matches("https?://[^/]+/.*"))
                .forEach(origin -> notes.found(origin.place(), origin.shown()));
    }

    private static void scope(PolicyDocument policy, XmlElement claim, FindingCollector notes) {
        Optional<XmlElement> uri = claim.children("value").stream()
                .filter(value -> value.text().contains("://"))
                .findFirst();
        if (uri.isPresent()) {
            notes.found(policy.at(claim), "a scope is written with its App ID URI");
        } else if (claim.attribute("separator").isEmpty()) {
            notes.found(policy.at(claim), "<claim name=\"scp\"> has no separator");
        } else if (claim.attribute("separator").filter(String::isBlank).isEmpty()) {
            notes.found(policy.at(claim), "<claim name=\"scp\"> has a separator other than a blank");
        }
    }

    private static void authorization(PolicyDocument written, FindingCollector notes) {
        PolicyDocument policy = VariableTrace.in(written);
        Set<String> tokens = policy.xml().all("authentication-managed-identity").stream()
                .flatMap(each -> each.attribute("output-token-variable-name").stream())
                .collect(Collectors.toSet());
        policy.xml().all("set-header").stream()
                .filter(header -> header.attribute("name")
                        .filter("Authorization"::equalsIgnoreCase)
                        .isPresent())
                .flatMap(header -> header.children("value").stream())
                .forEach(value -> {
                    if (DOUBLE.matcher(value.text()).find()) {
                        notes.found(policy.at(value), "the scheme Bearer is written twice");
                    } else if (JOINED.matcher(value.text()).find()) {
                        notes.found(policy.at(value), "there is no blank between Bearer and the token");
                    } else if (isBare(value.text(), tokens)) {
                        notes.found(policy.at(value), "the token is written without the scheme Bearer");
                    }
                });
    }

    private static boolean isBare(String text, Set<String> tokens) {
        var bare = BARE.matcher(text);
        return bare.matches() && (tokens.contains(bare.group(3)) || tokens.contains(bare.group(5)));
    }
}
