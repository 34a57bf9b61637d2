package dev.gatehouse.doctor.token;

import dev.gatehouse.Settings;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.token.Explanation;
import dev.gatehouse.token.Explanation.Claimed;
import dev.gatehouse.token.Explanation.Judged;
import dev.gatehouse.token.Explanation.Outcome;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The token before the guard. */
record GuardReplay(Replay replay, IssuerKeys keys) {
    private static final String GIVE =
            "Give the deployed settings: az functionapp config appsettings list --resource-group"
                    + " GROUP --name APP > settings.json, and --settings settings.json";

    /** The setting that each rule compares with. */
    private static final Map<Reason, String> COMPARED_WITH = Map.of(
            Reason.AUDIENCE_MISMATCH, Settings.API_CLIENT_ID,
            Reason.CLIENT_NOT_ALLOWED, Settings.ALLOWED_CLIENTS,
            Reason.PRINCIPAL_NOT_ALLOWED, Settings.ALLOWED_PRINCIPALS,
            Reason.TENANT_NOT_ALLOWED, Settings.TENANT_IDS);

    /** @param claimed empty where the token cannot be read */
    record Result(LayerReport layer, Optional<Claimed> claimed) {}

    Result judge(String token) {
        Settings.Reading reading = Settings.read(replay.setup().appSettings());
        if (reading instanceof Settings.Reading.Faulty faulty) {
            return new Result(new LayerReport(Layer.GUARD, true, "", List.of(misconfigured(faulty))), Optional.empty());
        }
        Settings settings = ((Settings.Reading.Valid) reading).settings();
        TokenPolicy policy = settings.tokenPolicy(replay.setup().contract());
        Verifier verifier = new Verifier(
                new TrustedIssuers(settings.loginEndpoint(), policy), new SignatureCheck(keys), policy, replay.clock());
        Explanation explanation = verifier.explain(token, UsualIssuers::of);
        List<RuleReport> rules =
                new ArrayList<>(explanation.rules().stream().map(this::report).toList());
        explanation
                .claimed()
                .filter(claimed -> isGateway(settings, claimed))
                .ifPresent(claimed -> rules.add(gatewayRole(claimed)));
        return new Result(new LayerReport(Layer.GUARD, true, "", rules), explanation.claimed());
    }

    private static boolean isGateway(Settings settings, Claimed claimed) {
        return settings.forwardingGateway().isPresent()
                && settings.forwardingGateway().equals(claimed.objectId());
    }

    private RuleReport gatewayRole(Claimed claimed) {
        return OperationReplay.authorities(claimed).missingOfGateway().stream()
                .findFirst()
                .map(violation -> replay.refused("gateway's role", violation))
                .orElseGet(() -> new RuleReport(
                        "gateway's role",
                        Optional.of(true),
                        "",
                        "Gateway.Invoke",
                        OperationReplay.held(OperationReplay.authorities(claimed)),
                        ""));
    }

    private RuleReport report(Judged judged) {
        String code = judged.reason().code();
        Optional<Boolean> passed = judged.outcome() == Outcome.UNDECIDED
                ? Optional.empty()
                : Optional.of(judged.outcome() == Outcome.PASSED);
        boolean good = judged.outcome() == Outcome.PASSED;
        String fix = judged.outcome() == Outcome.UNDECIDED
                ? Remedies.ASK_FOR_KEYS
                : replay.remedies().of(code);
        RuleReport report = new RuleReport(
                RuleNames.of(judged.reason()),
                passed,
                good ? "" : code,
                judged.expected(),
                judged.actual(),
                good ? "" : fix);
        String setting = COMPARED_WITH.getOrDefault(judged.reason(), "");
        return replay.orUndecided(report, replay.setup().appSettings().getOrDefault(setting, ""), GIVE);
    }

    private RuleReport misconfigured(Settings.Reading.Faulty faulty) {
        return new RuleReport(
                "settings",
                Optional.of(false),
                Reason.MISCONFIGURED.code(),
                "settings without faults",
                String.join("; ", faulty.problems()),
                replay.remedies().of(Reason.MISCONFIGURED.code()));
    }
}
