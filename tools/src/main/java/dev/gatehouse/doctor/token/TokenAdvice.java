package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Adds to a check's result how to fix it, or which option decides it. */
record TokenAdvice(LayerConfiguration configuration, UnverifiedJwt token, Remedies remedies) {
    private static final Map<Layer, String> TO_GIVE = Map.of(
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
        return switch (result.verdict()) {
            case PASSED -> new RuleReport(rule, result, "");
            case UNDECIDED -> new RuleReport(rule, result, Remedies.ASK_FOR_KEYS);
            case REFUSED ->
                canBeAnUnknownId(result, comparedWith)
                        ? new RuleReport(
                                rule,
                                result.butUndecided("known only after the deployment"),
                                TO_GIVE.getOrDefault(layer, ""))
                        : new RuleReport(rule, result, remedies.of(layer, result.id()));
        };
    }

    private boolean canBeAnUnknownId(CheckResult result, Collection<String> comparedWith) {
        return comparedWith.stream().anyMatch(configuration::isNotKnown)
                && result.id()
                        .reason()
                        .flatMap(this::claim)
                        .filter(TokenProfile::holdsAnId)
                        .isPresent();
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
