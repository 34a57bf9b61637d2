package dev.gatehouse.doctor.token;

import dev.gatehouse.local.gateway.GatewayRules;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.gateway.token.EntraTokens;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.local.journey.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The token before the gateway's deployed policies. */
record GatewayReplay(Replay replay) {
    private static final String GIVE =
            "Give the deployed values: az apim nv list --resource-group GROUP --service-name NAME > nv.json, and"
                    + " --named-values nv.json";
    private static final String ALLOWED_CLIENTS = "allowed-clients";

    /** What all operations have in common, and what each asks beyond that. */
    record Result(LayerReport layer, Map<String, RuleReport> operations) {}

    Result judge(String token) {
        Vouching vouching = new Vouching(replay.signatures());
        Map<String, List<Step>> steps = vouching.judged(signatures -> new GatewayRules(
                        replay.setup().gateway(),
                        new Surroundings(replay.clock(), new EntraTokens(signatures), (request, origin) -> {
                            throw new IOException("nothing is called");
                        }))
                .of(token));
        List<RuleReport> rules = new ArrayList<>();
        vouching.signature(replay.remedies()).ifPresent(rules::add);
        Map<String, RuleReport> operations = new LinkedHashMap<>();
        steps.forEach((operation, all) -> all.stream()
                .filter(GatewayReplay::isOfOperation)
                .map(this::report)
                .reduce((one, other) -> one.isRefused() ? one : other)
                .ifPresent(rule -> operations.put(operation, rule)));
        steps.values().stream()
                .flatMap(List::stream)
                .filter(step -> !isOfOperation(step))
                .map(this::report)
                .distinct()
                .forEach(rules::add);
        return new Result(new LayerReport(Layer.GATEWAY, true, "", rules), operations);
    }

    private static boolean isOfOperation(Step step) {
        return step.rule().where().startsWith("operation");
    }

    private RuleReport report(Step step) {
        Finding finding = step.finding();
        boolean passed = finding.verdict() == Verdict.PASSED;
        RuleReport report = new RuleReport(
                step.rule().name(),
                Optional.of(passed),
                finding.reason(),
                passed && finding.expected().isEmpty() ? "that no condition of it holds" : finding.expected(),
                finding.actual(),
                passed ? "" : fix(step));
        if (report.isRefused() && finding.expected().contains(Vouching.ISSUER_NOT_KNOWN)) {
            return report.undecided(Remedies.ASK_FOR_KEYS);
        }
        return replay.orUndecided(report, comparedWith(finding), GIVE);
    }

    private String comparedWith(Finding finding) {
        String clients = replay.setup().gateway().service().namedValues().getOrDefault(ALLOWED_CLIENTS, "");
        return finding.reason().equals("client-not-allowed") ? clients : finding.expected();
    }

    private String fix(Step step) {
        Finding finding = step.finding();
        if (step.rule().name().endsWith(", claims")) {
            return replay.remedies().of("claim-malformed");
        }
        if (finding.reason().equals("JwtInvalid")
                && (finding.expected().startsWith("nbf") || finding.expected().startsWith("iat"))) {
            return replay.remedies().of("token-not-yet-valid");
        }
        if (finding.reason().equals("JwtInvalid") && finding.expected().equals("exp")) {
            return replay.remedies().of("token-expired");
        }
        if (finding.expected().equals("RS256")) {
            return replay.remedies().of("algorithm-not-allowed");
        }
        if (finding.expected().startsWith("claim ver") || finding.expected().startsWith("ver ")) {
            return replay.remedies().of("version-not-accepted");
        }
        return replay.remedies().of(Layer.GATEWAY, finding.reason());
    }
}
