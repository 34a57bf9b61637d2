package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every rule, from the token inwards. */
public final class Rules {
    private static final Set<String> WARNINGS = Set.of(
            "answer-before-token-check",
            "any-caller-admitted",
            "app-insights-local-auth",
            "app-tokens-not-marked",
            "audience-never-matches",
            "authorization-malformed",
            "base-missing",
            "bodies-logged",
            "client-claim-of-the-other-version",
            "client-id-is-no-guid",
            "almost-a-guid",
            "cors-after-authentication",
            "cors-origin-never-matches",
            "default-access-refused",
            "denials-sampled-away",
            "easy-auth-does-not-answer-401",
            "error-details-to-caller",
            "expression-not-allowed",
            "function-without-key",
            "identity-missing",
            "identity-type-mismatch",
            "issuer-malformed",
            "java-outdated",
            "keys-not-masked",
            "openid-config-url-broken",
            "placeholder-unfilled",
            "policy-differs-from-files",
            "policy-not-well-formed",
            "resource-with-scope",
            "route-hidden",
            "scope-never-matches",
            "shared-key-access",
            "subscription-for-all-apis",
            "table-role-too-wide",
            "tenant-id-is-none",
            "token-not-validated",
            "token-version-mismatch",
            "unknown-policy");
    private static final Set<String> NOTES = Set.of("easy-auth-keeps-tokens", "http2-off", "refusal-not-401-or-403");

    /** Less than four of five of their findings in others' files are mistakes. */
    private static final Set<String> OFF = Set.of("http2-off");

    private static final List<Rule> ALL = Stream.of(
                    PolicyTextRules.ALL,
                    TokenRules.ALL,
                    IssuerRules.ALL,
                    TrustRules.ALL,
                    CallerRules.ALL,
                    HeaderRules.ALL,
                    CertificateRules.ALL,
                    EffectlessRules.ALL,
                    PreAuthenticationRules.ALL,
                    RefusalRules.ALL,
                    VersionRules.ALL,
                    IdRules.ALL,
                    PolicyConductRules.ALL,
                    IdentityTokenRules.ALL,
                    CallRules.ALL,
                    GatewayRules.ALL,
                    BackendRules.ALL,
                    DiagnosticRules.ALL,
                    EasyAuthRules.ALL,
                    AssignmentRules.ALL,
                    RegistrationRules.ALL,
                    SecretRules.ALL,
                    HostingRules.ALL,
                    PublishingRules.ALL,
                    StorageRules.ALL,
                    OnwardRules.ALL,
                    PrivilegeRules.ALL,
                    ReachRules.ALL,
                    ContractRules.ALL)
            .flatMap(List::stream)
            .map(Rules::graded)
            .toList();

    private Rules() {}

    private static Rule graded(Rule rule) {
        FindingSeverity severity = NOTES.contains(rule.id())
                ? FindingSeverity.NOTE
                : WARNINGS.contains(rule.id()) ? FindingSeverity.WARNING : FindingSeverity.ERROR;
        return OFF.contains(rule.id()) ? rule.with(severity).offByDefault() : rule.with(severity);
    }

    /** Those that are looked for by default, and those that are asked for by their ids. */
    public static List<Rule> on(Collection<String> more) {
        return ALL.stream()
                .filter(rule -> rule.isOn() || more.contains(rule.id()))
                .toList();
    }

    public static List<Rule> all() {
        return ALL;
    }
}
