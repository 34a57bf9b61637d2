package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.easyauth.EasyAuthChecks;
import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.SignatureCheck;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The report on Easy Auth's own checks. */
record EasyAuthLayer(TokenAdvice advice, SignatureCheck signatures, Clock clock) {

    LayerReport of(String token) {
        return advice.configuration()
                .easyAuth()
                .map(settings -> of(settings, token))
                .orElseGet(() ->
                        new LayerReport(Layer.EASY_AUTH, true, "Easy Auth is off: every request passes.", List.of()));
    }

    private LayerReport of(EasyAuthSettings settings, String token) {
        List<CheckResult> results = new EasyAuthChecks(
                        settings, signatures, metadata -> documented(settings, metadata), clock)
                .explain(token);
        List<RuleReport> rules = results.stream()
                .map(result -> advice.on(Layer.EASY_AUTH, result, comparedWith(settings, result)))
                .toList();
        return settings.access().unauthenticated() == EasyAuthSettings.Unauthenticated.ALLOW
                ? new LayerReport(
                        Layer.EASY_AUTH,
                        true,
                        "Easy Auth accepts requests without a token (AllowAnonymous); how it handles an invalid token is not documented.",
                        rules.stream().map(EasyAuthLayer::notDocumented).toList())
                : LayerReport.of(Layer.EASY_AUTH, rules);
    }

    /**
     * The issuer in the metadata of the configured one. The portal writes {@code https://sts.windows.net/<tenant>/v2.0}, whose metadata is
     * that of version 2; what Easy Auth does with a version 1 token there is not documented.
     */
    private Optional<String> documented(EasyAuthSettings settings, DiscoveryUrl metadata) {
        String issuer = settings.openIdIssuer();
        Optional<String> itself = IssuerForm.of(issuer).map(IssuerForm::text);
        boolean isOfPortal = issuer.matches("https://sts\\.windows\\.net/" + Guid.FORM + "/v2\\.0/?");
        return isOfPortal
                ? Optional.of(new Tenant(metadata.tenant(), Cloud.PUBLIC).issuer(2))
                        .filter(second -> advice.token()
                                .text("iss")
                                .filter(second::equals)
                                .isPresent())
                : itself.or(() -> WellKnownIssuers.of(metadata));
    }

    private static Collection<String> comparedWith(EasyAuthSettings settings, CheckResult result) {
        Set<String> values = new HashSet<>();
        if (result.id() == EasyAuthChecks.Id.ISSUER) {
            values.add(settings.openIdIssuer());
        } else if (result.id() == EasyAuthChecks.Id.AUDIENCE) {
            values.addAll(settings.allowedAudiences());
            values.add(settings.clientId());
        } else if (result.id() == EasyAuthChecks.Id.APPLICATION) {
            settings.policy().allowedApplications().ifPresent(values::addAll);
        } else if (result.id() == EasyAuthChecks.Id.PRINCIPAL) {
            settings.policy().allowedIdentities().ifPresent(values::addAll);
        } else if (result.id() == EasyAuthChecks.Id.GROUP) {
            settings.policy().allowedGroups().forEach(values::addAll);
        }
        return values;
    }

    private static RuleReport notDocumented(RuleReport rule) {
        return rule.isRefused()
                ? new RuleReport(
                        rule.rule(),
                        rule.result().butUndecided("not documented for AllowAnonymous"),
                        "Set globalValidation.unauthenticatedClientAction to Return401.",
                        rule.comparedWith())
                : rule;
    }
}
