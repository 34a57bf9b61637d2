package dev.gatehouse.doctor.token;

import dev.gatehouse.local.easyauth.EasyAuthRules;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.local.journey.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The token before the site's Easy Auth. */
record EasyAuthReplay(Replay replay) {
    private static final String GIVE =
            "Give the deployed settings: az webapp auth show --resource-group GROUP --name APP >"
                    + " auth.json, and --easy-auth auth.json";

    LayerReport judge(String token) {
        return replay.setup()
                .easyAuth()
                .map(settings -> judge(settings, token))
                .orElseGet(() -> open("platform.enabled", "it is off"));
    }

    /** Where everything passes, whatever the token is. */
    private static LayerReport open(String rule, String why) {
        return new LayerReport(
                Layer.EASY_AUTH,
                true,
                "Easy Auth stops nobody: " + why + ".",
                List.of(new RuleReport(rule, Optional.of(true), "", "nothing, as " + why, "any token", "")));
    }

    private LayerReport judge(EasyAuthSettings settings, String token) {
        if (settings.access().unauthenticated() == EasyAuthSettings.Unauthenticated.ALLOW) {
            return open("unauthenticatedClientAction", "it lets calls without a good token pass (AllowAnonymous)");
        }
        Vouching vouching = new Vouching(replay.signatures());
        List<Step> steps =
                vouching.judged(signatures -> new EasyAuthRules(settings, signatures, replay.clock()).of(token));
        List<RuleReport> rules = new ArrayList<>();
        vouching.signature(replay.remedies()).ifPresent(rules::add);
        steps.stream().map(this::report).forEach(rules::add);
        return new LayerReport(Layer.EASY_AUTH, true, "", rules);
    }

    private RuleReport report(Step step) {
        Finding finding = step.finding();
        boolean passed = finding.verdict() == Verdict.PASSED;
        RuleReport report = new RuleReport(
                name(step),
                Optional.of(passed),
                finding.reason(),
                finding.expected(),
                finding.actual(),
                passed ? "" : fix(finding));
        return report.isRefused() && finding.expected().contains(Vouching.ISSUER_NOT_KNOWN)
                ? report.undecided(Remedies.ASK_FOR_KEYS)
                : replay.orUndecided(report, finding.expected(), GIVE);
    }

    /** There are two of one name. */
    private static String name(Step step) {
        String claim = step.finding().expected().startsWith("nbf") ? "nbf" : "exp";
        return step.rule().name().equals("lifetime")
                ? "lifetime (" + claim + ")"
                : step.rule().name();
    }

    private String fix(Finding finding) {
        return finding.expected().startsWith("nbf")
                ? replay.remedies().of("token-not-yet-valid")
                : replay.remedies().of(Layer.EASY_AUTH, finding.reason());
    }
}
