package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.easyauth.EasyAuthChecks;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to a check's result how to fix it, or which option decides it. */
record TokenAdvice(LayerConfiguration configuration, UnverifiedJwt token, Remedies remedies) {
    static final Map<Layer, String> TO_GIVE = Map.of(
            Layer.GATEWAY,
            "Give the deployed values: az apim nv list --resource-group GROUP --service-name NAME > nv.json, and"
                    + " --named-values nv.json",
            Layer.EASY_AUTH,
            "Give the deployed settings: az webapp auth show --resource-group GROUP --name APP >"
                    + " auth.json, and --easy-auth auth.json",
            Layer.GUARD,
            "Give the deployed settings: az functionapp config appsettings list --resource-group"
                    + " GROUP --name APP > settings.json, and --settings settings.json");

    RuleReport on(Layer layer, CheckResult result, Collection<String> comparedWith) {
        return on(layer, result.id().title(), result, comparedWith);
    }

    /** @param comparedWith the values that the check compares with: a comparison with an unknown value is undecided */
    RuleReport on(Layer layer, String rule, CheckResult result, Collection<String> comparedWith) {
        List<String> values = comparedWith.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        return switch (result.verdict()) {
            case PASSED -> new RuleReport(rule, result, "", values);
            case UNDECIDED ->
                new RuleReport(
                        rule,
                        result,
                        result.id() == EasyAuthChecks.Id.GROUP ? Remedies.LOOK_UP_GROUPS : Remedies.ASK_FOR_KEYS,
                        values);
            case REFUSED ->
                canBeAnUnknownId(layer, result, values)
                        ? new RuleReport(
                                rule,
                                result.butUndecided("known only after the deployment"),
                                TO_GIVE.getOrDefault(layer, ""),
                                values)
                        : new RuleReport(rule, result, remedies.of(layer, result.id(), values), values);
        };
    }

    private boolean canBeAnUnknownId(Layer layer, CheckResult result, List<String> values) {
        Optional<String> claim = result.id().reason().flatMap(this::claim).filter(value -> TokenOrigin.service(value)
                .isEmpty());
        return claim.isPresent()
                && values.stream().anyMatch(value -> configuration.notKnown().canBecome(layer, value, claim.get()));
    }

    /** The claim that is compared. */
    private Optional<String> claim(Reason reason) {
        return switch (reason) {
            case AUDIENCE_MISMATCH -> token.text("aud");
            case ISSUER_MISMATCH -> token.text("iss");
            case TENANT_NOT_ALLOWED -> token.text("tid");
            case CLIENT_NOT_ALLOWED -> token.client();
            case PRINCIPAL_NOT_ALLOWED -> token.text("oid");
            default -> Optional.empty();
        };
    }
}
