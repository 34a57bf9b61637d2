package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What policies believe of callers. */
final class CallerRules {
    private static final Pattern OF_TOKEN =
            Pattern.compile("\\bJwt\\b|AsJwt|\\.\\s*Claims\\b|context\\s*\\.\\s*(User|Subscription)\\b");
    private static final Pattern IDENTITY_HEADER =
            Pattern.compile("(?i)x-ms-(client-principal|token-aad)\\S*|x-forwarded-(user|email|groups)");
    private static final Pattern SUBSTRING = Pattern.compile(
            "GetValueOrDefault\\s*\\(\\s*\"(roles|scp|groups|wids)\"[^()]*\\)\\s*\\.\\s*(Contains|StartsWith|EndsWith|IndexOf)\\b");
    private static final Pattern OF_QUERY = Pattern.compile(
            "(?s)@\\(\\s*(\\(string\\)\\s*)?context\\s*\\.\\s*Request\\s*\\.\\s*((Original)?Url\\s*\\.\\s*Query|Headers)\\b.*");
    private static final Pattern READS_CLAIMS = Pattern.compile("\\.\\s*Claims\\b|\\.\\s*Subject\\b");
    private static final List<String> CERTIFICATE_CHECKS =
            List.of("validate-trust", "validate-not-before", "validate-not-after");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "token-check-avoidable",
                    "The token is checked only where the request, which the caller writes, says so, or never."
                            + DocLinks.SCOPES,
                    "Check the token of every call; exempt browsers' OPTIONS only.",
                    CallerRules::avoidable),
            new Rule(
                    "any-caller-admitted",
                    "Any application and user of the tenant can get a token for the API unless its service principal requires"
                            + " assignment." + DocLinks.CLIENT_CREDENTIALS,
                    "List client-application-ids, or require a role or a scope in required-claims.",
                    CallerRules::anyCaller),
            new Rule(
                    "issuer-not-checked",
                    "Keys of the policy itself say nothing of the issuer: every token that they sign is accepted."
                            + DocLinks.VALIDATE_JWT,
                    "List the issuer in <issuers>.",
                    EachPolicy.element("validate-jwt", (policy, validation, notes) -> {
                        if (validation.children("openid-config").isEmpty()
                                && !validation.children("issuer-signing-keys").isEmpty()
                                && validation.below("issuers", "issuer").isEmpty()
                                && TokenRules.claim(validation, "iss").isEmpty()) {
                            notes.found(policy.at(validation), "<validate-jwt> has its own keys and no issuers");
                        }
                    })),
            new Rule(
                    "identity-header-kept",
                    "A caller who sends the header decides what the function reads there." + DocLinks.SET_HEADER,
                    "Set exists-action to override.",
                    EachPolicy.element("set-header", CallerRules::kept)),
            new Rule(
                    "claim-compared-by-substring",
                    "A role or scope whose name contains the other one's is taken for it: Orders.ReadWrite has Orders.Read in it."
                            + DocLinks.CLAIMS,
                    "Compare whole values: Claims[\"roles\"].Contains(\"...\"), or split scp at the blanks.",
                    new EachPolicy((policy, notes) -> policy.xml()
                            .all()
                            .filter(element -> texts(element)
                                    .anyMatch(text -> SUBSTRING.matcher(text).find()))
                            .forEach(element ->
                                    notes.found(policy.at(element), element.shown() + " compares parts of a claim")))),
            new Rule(
                    "open-redirect",
                    "A link to the gateway leads anywhere that its author wishes, with the gateway's good name."
                            + DocLinks.SET_HEADER,
                    "Redirect to fixed addresses only.",
                    EachPolicy.element("set-header", CallerRules::redirect)),
            new Rule(
                    "client-certificate-not-validated",
                    "Anyone can make a certificate with any name." + DocLinks.CLIENT_CERTIFICATE,
                    "Remove the attribute: each of these checks is on by default.",
                    new EachPolicy((policy, notes) -> {
                        for (String check : CERTIFICATE_CHECKS) {
                            PolicyText.attributes(policy, "validate-client-certificate", check)
                                    .forEach(value -> value.noteWhen("false"::equalsIgnoreCase, notes));
                        }
                        PolicyText.attributes(policy, "validate-client-certificate", "ignore-error")
                                .forEach(value -> value.noteWhen("true"::equalsIgnoreCase, notes));
                    })));

    private CallerRules() {}

    private static void avoidable(DeployedFile deployed, FindingCollector notes) {
        ChecksOnPaths checks = ChecksOnPaths.in(deployed);
        new EachPolicy((policy, inner) -> {
                    List<XmlElement> inbound = policy.section("inbound").toList();
                    boolean checkedAnyway = inbound.stream().anyMatch(ChecksOnPaths::isCheck);
                    inbound.stream()
                            .filter(each -> !checkedAnyway && each.is("choose") && checks.isAvoidable(each))
                            .forEach(each -> inner.found(
                                    policy.at(each),
                                    ChecksOnPaths.isNeverEntered(each)
                                            ? "the condition of the token check is never true"
                                            : "the caller decides whether a token is checked"));
                })
                .of(deployed, notes);
    }

    private static Stream<String> texts(XmlElement element) {
        return Stream.concat(Stream.of(element.text()), element.tag().attributes().values().stream());
    }

    /** Where no policy on the way looks at claims. */
    private static void anyCaller(DeployedFile deployed, FindingCollector notes) {
        if (deployed.all(ResourceTypes.PRINCIPAL).findAny().isPresent()) {
            return; // which is asked for assignment
        }
        new EachPolicy((policy, inner) -> policy.section("inbound")
                        .filter(TokenRules::isValidation)
                        .filter(each -> admitsAnyone(each) && !looksAtClaims(policy, deployed))
                        .forEach(each ->
                                inner.found(policy.at(each), each.shown() + " asks for no client, role or scope")))
                .of(deployed, notes);
    }

    private static boolean looksAtClaims(PolicyDocument policy, DeployedFile deployed) {
        return deployed.policies().stream()
                .filter(each -> each.isOnTheWayOf(policy))
                .flatMap(each -> each.xml().all())
                .flatMap(CallerRules::texts)
                .anyMatch(text -> READS_CLAIMS.matcher(text).find());
    }

    private static boolean admitsAnyone(XmlElement validation) {
        Set<String> always = Set.of("aud", "iss", "tid", "ver", "idtyp");
        boolean hasAudience = !validation.below("audiences", "audience").isEmpty()
                || !TokenRules.claim(validation, "aud").isEmpty(); // one without is another mistake
        return hasAudience
                && validation.attribute("output-token-variable-name").isEmpty()
                && validation.below("client-application-ids", "application-id").isEmpty()
                && validation.below("required-claims", "claim").stream()
                        .allMatch(
                                claim -> always.contains(claim.attribute("name").orElse("")))
                && isEntras(validation);
    }

    private static boolean isEntras(XmlElement validation) {
        return validation.is("validate-azure-ad-token")
                || validation.children("openid-config").stream()
                        .flatMap(config -> config.attribute("url").stream())
                        .anyMatch(EntraUrl::isEntras);
    }

    private static void kept(PolicyDocument policy, XmlElement header, FindingCollector notes) {
        boolean keeps = header.attribute("exists-action")
                .filter(action -> Set.of("skip", "append").contains(action))
                .isPresent();
        boolean isIdentity = header.attribute("name")
                        .filter(name -> IDENTITY_HEADER.matcher(name).matches())
                        .isPresent()
                || header.children("value").stream()
                        .anyMatch(value -> OF_TOKEN.matcher(value.text()).find());
        boolean isRequest = policy.section("inbound").flatMap(XmlElement::all).anyMatch(header::equals)
                || policy.section("backend").flatMap(XmlElement::all).anyMatch(header::equals);
        if (keeps && isIdentity && isRequest) {
            notes.found(
                    policy.at(header),
                    "<set-header> keeps what the caller sends as "
                            + FindingCollector.shown(header.attribute("name").orElse("")));
        }
    }

    private static void redirect(PolicyDocument policy, XmlElement header, FindingCollector notes) {
        boolean isLocation =
                header.attribute("name").filter("Location"::equalsIgnoreCase).isPresent();
        Optional<XmlElement> ofCaller = header.children("value").stream()
                .filter(value -> OF_QUERY.matcher(value.text()).matches())
                .findFirst();
        if (isLocation && ofCaller.isPresent()) {
            notes.found(policy.at(header), "Location is taken from the request");
        }
    }
}
