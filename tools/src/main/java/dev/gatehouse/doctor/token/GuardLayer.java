package dev.gatehouse.doctor.token;

import dev.gatehouse.Settings;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.middleware.AccessChecks;
import dev.gatehouse.middleware.Authorities;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.ClaimedCaller;
import dev.gatehouse.token.Explanation;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report on the guard's own checks. */
record GuardLayer(TokenAdvice advice, SignatureCheck signatures, Clock clock) {

    /** The setting that each check compares with. */
    private static final Map<Reason, String> COMPARED_WITH = Map.of(
            Reason.AUDIENCE_MISMATCH, Settings.API_CLIENT_ID,
            Reason.CLIENT_NOT_ALLOWED, Settings.ALLOWED_CLIENTS,
            Reason.PRINCIPAL_NOT_ALLOWED, Settings.ALLOWED_PRINCIPALS,
            Reason.TENANT_NOT_ALLOWED, Settings.TENANT_IDS);

    /** @param claimed empty where the token cannot be read */
    record Result(LayerReport layer, Optional<ClaimedCaller> claimed) {}

    Result of(String token) {
        Settings.Reading reading = Settings.read(advice.configuration().appSettings());
        if (reading instanceof Settings.Reading.Faulty faulty) {
            CheckResult fault =
                    CheckResult.refused(Reason.MISCONFIGURED, "valid settings", String.join("; ", faulty.problems()));
            return new Result(
                    LayerReport.of(Layer.GUARD, List.of(advice.on(Layer.GUARD, fault, List.of()))), Optional.empty());
        }
        Settings settings = ((Settings.Reading.Valid) reading).settings();
        Explanation explanation = verifier(settings).explain(token, WellKnownIssuers::of);
        List<CheckResult> results = new ArrayList<>(explanation.results());
        explanation
                .claimed()
                .filter(claimed -> isGateway(settings, claimed))
                .ifPresent(claimed ->
                        results.addAll(AccessChecks.explain(Authorities.claimed(claimed), AccessChecks.OF_GATEWAY)));
        return new Result(
                LayerReport.of(
                        Layer.GUARD,
                        results.stream()
                                .map(result -> advice.on(Layer.GUARD, result, comparedWith(result)))
                                .toList()),
                explanation.claimed());
    }

    private Verifier verifier(Settings settings) {
        TokenPolicy policy = settings.tokenPolicy(advice.configuration().contract());
        return new Verifier(new TrustedIssuers(settings.loginEndpoint(), policy), signatures, policy, clock);
    }

    private Collection<String> comparedWith(CheckResult result) {
        String setting = COMPARED_WITH.getOrDefault(result.reason(), "");
        return List.of(advice.configuration().appSettings().getOrDefault(setting, ""));
    }

    private static boolean isGateway(Settings settings, ClaimedCaller claimed) {
        return settings.forwardingGateway().isPresent()
                && settings.forwardingGateway().equals(claimed.objectId());
    }
}
