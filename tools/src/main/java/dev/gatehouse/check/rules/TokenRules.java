package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.stream.Stream;

/** What the gateway's policies require of a token. */
final class TokenRules {
    static final List<String> VALIDATIONS = List.of("validate-jwt", "validate-azure-ad-token");

    private static final int LONGEST_SKEW = 300;

    static final List<Rule> ALL = List.of(
            new Rule(
                    "audience-missing",
                    "Without an audience, every token that the issuer signs is accepted, whichever API it was issued for."
                            + DocLinks.VALIDATE_JWT,
                    "List the API's client id in <audiences>; add its App ID URI only for version 1 tokens.",
                    new EachPolicy(TokenRules::audience)),
            new Rule(
                    "signing-key-missing",
                    "There is no key to verify signatures with, so no claim of a token can be trusted."
                            + DocLinks.VALIDATE_JWT,
                    "Add <openid-config url=\"https://login.microsoftonline.com/<tenant>/v2.0/.well-known/openid-configuration\" />.",
                    EachPolicy.element("validate-jwt", TokenRules::keys)),
            new Rule(
                    "symmetric-signing-key",
                    "Anyone with the key can create tokens with any role; Entra signs with keys that only Entra has."
                            + DocLinks.VALIDATE_JWT,
                    "Remove the key; openid-config provides the issuer's public keys.",
                    EachPolicy.element("issuer-signing-keys", TokenRules::symmetric)),
            new Rule(
                    "token-not-in-authorization",
                    "The checked token is not the one that the function receives in Authorization; logs and histories keep tokens"
                            + " in URLs." + DocLinks.VALIDATE_JWT,
                    "Set header-name to Authorization, and read tokens from no other place.",
                    new EachPolicy(TokenRules::carrier)),
            new Rule(
                    "signature-not-required",
                    "Anyone can create a token without a signature." + DocLinks.VALIDATE_JWT,
                    "Remove require-signed-tokens, or set it to true.",
                    mustNotBeFalse("require-signed-tokens")),
            new Rule(
                    "expiry-not-required",
                    "A leaked token without an expiry is valid forever." + DocLinks.VALIDATE_JWT,
                    "Remove require-expiration-time, or set it to true.",
                    mustNotBeFalse("require-expiration-time")),
            new Rule(
                    "clock-skew-too-long",
                    "Tokens are accepted long after they have expired." + DocLinks.VALIDATE_JWT,
                    "Set clock-skew, in seconds, to 300 or less.",
                    new EachPolicy((policy, notes) -> PolicyText.attributes(policy, "validate-jwt", "clock-skew")
                            .forEach(skew -> skew.noteWhen(TokenRules::isTooLong, notes)))));

    private TokenRules() {}

    /** The policies of a document that validate tokens of Entra or others. */
    static Stream<XmlElement> validations(PolicyDocument policy) {
        return policy.xml().all().filter(element -> VALIDATIONS.stream().anyMatch(element::is));
    }

    static boolean isValidation(XmlElement element) {
        return VALIDATIONS.contains(element.name());
    }

    /** The values that a required claim may have. */
    static List<XmlElement> claim(XmlElement validation, String... names) {
        return validation.below("required-claims", "claim").stream()
                .filter(claim -> List.of(names).contains(claim.attribute("name").orElse("")))
                .flatMap(claim -> claim.children("value").stream())
                .toList();
    }

    private static void audience(PolicyDocument policy, FindingCollector notes) {
        validations(policy)
                .filter(validation -> Stream.concat(
                                validation.below("audiences", "audience").stream(), claim(validation, "aud").stream())
                        .allMatch(audience -> audience.text().isEmpty()))
                .forEach(validation -> notes.found(policy.at(validation), validation.shown() + " has no audience"));
    }

    private static void keys(PolicyDocument policy, XmlElement validation, FindingCollector notes) {
        if (validation.children("openid-config").isEmpty()
                && validation.below("issuer-signing-keys", "key").isEmpty()) {
            notes.found(policy.at(validation), "<validate-jwt> has neither openid-config nor issuer-signing-keys");
        }
    }

    /** A key with its text, and neither a certificate's id nor the parts of a public key. */
    private static void symmetric(PolicyDocument policy, XmlElement keys, FindingCollector notes) {
        keys.children("key").stream()
                .filter(key -> key.attribute("certificate-id").isEmpty()
                        && key.attribute("n").isEmpty())
                .forEach(key ->
                        notes.found(policy.at(key), "<key> is symmetric: it can sign tokens as well as verify them"));
    }

    private static void carrier(PolicyDocument policy, FindingCollector notes) {
        for (String name : VALIDATIONS) {
            PolicyText.attributes(policy, name, "header-name")
                    .forEach(header -> header.noteWhen(text -> !text.equalsIgnoreCase("Authorization"), notes));
            PolicyText.attributes(policy, name, "query-parameter-name")
                    .forEach(parameter -> notes.found(parameter.place(), parameter.shown()));
        }
        policy.xml().all("set-header").stream()
                .filter(header -> header.attribute("name")
                        .filter("Authorization"::equalsIgnoreCase)
                        .isPresent())
                .flatMap(header -> header.children("value").stream())
                .filter(
                        value -> value.text()
                                .matches(
                                        "(?s)@\\(\\s*(\\$?\"Bearer \\{?\"?\\s*\\+?\\s*)?context\\.Request\\.(Original)?Url\\s*\\.\\s*Query\\b.*"))
                .forEach(value -> notes.found(policy.at(value), "Authorization is taken from the URL"));
    }

    private static EachPolicy mustNotBeFalse(String attribute) {
        return new EachPolicy((policy, notes) -> PolicyText.attributes(policy, "validate-jwt", attribute)
                .forEach(value -> value.noteWhen("false"::equalsIgnoreCase, notes)));
    }

    private static boolean isTooLong(String seconds) {
        return !seconds.matches("\\d{1,9}") || Integer.parseInt(seconds) > LONGEST_SKEW;
    }
}
