package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What policies believe of callers. */
final class CallerRules {
    private static final String COMPARED = "\\s*\\)*\\s*\\.\\s*(Contains|StartsWith|EndsWith|IndexOf)\\b";
    private static final String LISTS = "\"(roles|scp|groups|wids)\"";

    /** A claim as one text, its first value, its values joined, or a part of one of them. */
    private static final Pattern SUBSTRING =
            Pattern.compile("GetValueOrDefault\\s*\\(\\s*" + LISTS + "[^()]*\\)" + COMPARED
                    + "|\\[\\s*" + LISTS + "\\s*]\\s*(\\[\\s*0\\s*]|\\.\\s*First(OrDefault)?\\(\\))" + COMPARED
                    + "|\\bJoin\\s*\\([^;]{0,200}" + LISTS + "[^;()]{0,20}\\)" + COMPARED
                    + "|" + LISTS
                    + "[^;]{0,40}\\.\\s*(Any|All|Where|First|Exists)\\s*\\(\\s*(?<value>\\w+)\\s*=>\\s*!?\\k<value>"
                    + COMPARED);

    private static final Pattern READS_CLAIMS = Pattern.compile("\\.\\s*Claims\\b|\\.\\s*Subject\\b");

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
                    "claim-compared-by-substring",
                    "A role or scope whose name contains the other one's is taken for it: Orders.ReadWrite has Orders.Read in it."
                            + DocLinks.CLAIMS,
                    "Compare whole values: Claims[\"roles\"].Contains(\"...\"), or split scp at the blanks.",
                    new EachPolicy((policy, notes) -> VariableTrace.in(policy)
                            .xml()
                            .all()
                            .filter(element -> texts(element)
                                    .anyMatch(text -> SUBSTRING.matcher(text).find()))
                            .forEach(element ->
                                    notes.found(policy.at(element), element.shown() + " compares parts of a claim")))));

    private CallerRules() {}

    private static void avoidable(DeployedFile deployed, FindingCollector notes) {
        ChecksOnPaths checks = ChecksOnPaths.in(deployed);
        new EachPolicy((policy, inner) -> {
                    List<XmlElement> inbound = policy.section("inbound").toList();
                    List<XmlElement> traced =
                            VariableTrace.in(policy).section("inbound").toList();
                    boolean checkedAnyway = inbound.stream().anyMatch(ChecksOnPaths::isCheck);
                    IntStream.range(0, checkedAnyway ? 0 : inbound.size())
                            .filter(each -> inbound.get(each).is("choose"))
                            .filter(each ->
                                    checks.isAvoidable(inbound.get(each)) || checks.isAvoidable(traced.get(each)))
                            .mapToObj(inbound::get)
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
}
