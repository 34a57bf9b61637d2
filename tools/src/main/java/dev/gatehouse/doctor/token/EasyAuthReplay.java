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
                .orElseGet(() -> new LayerReport(
                        Layer.EASY_AUTH,
                        true,
                        "Easy Auth is off: everything passes here.",
                        List.of(new RuleReport(
                                "platform.enabled", Optional.of(true), "", "nothing, as it is off", "any token", ""))));
    }

    private LayerReport judge(EasyAuthSettings settings, String token) {
        Vouching vouching = new Vouching(replay.signatures());
        List<Step> steps =
                vouching.judged(signatures -> new EasyAuthRules(settings, signatures, replay.clock()).of(token));
        List<RuleReport> rules = new ArrayList<>();
        vouching.signature(replay.remedies()).ifPresent(rules::add);
        steps.stream().map(this::report).forEach(rules::add);
        return settings.access().unauthenticated() == EasyAuthSettings.Unauthenticated.ALLOW
                ? new LayerReport(
                        Layer.EASY_AUTH,
                        true,
                        "Easy Auth lets calls without a token pass (AllowAnonymous); what it does with a bad one is not documented.",
                        rules.stream()
                                .map(rule -> rule.isRefused() ? notDocumented(rule) : rule)
                                .toList())
                : new LayerReport(Layer.EASY_AUTH, true, "", rules);
    }

    private static RuleReport notDocumented(RuleReport rule) {
        return new RuleReport(
                rule.rule(),
                Optional.empty(),
                "",
                rule.expected(),
                rule.actual(),
                "Set globalValidation.unauthenticatedClientAction to Return401.");
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
