package dev.gatehouse.chain.easyauth;

import dev.gatehouse.chain.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.token.CheckResult;
import java.util.Map;
import java.util.Optional;

/** Records Easy Auth's checks, one step for each that was made. */
record EasyAuthSteps(Optional<Recording> recording, EasyAuthSettings settings) {
    private static final AppliedRule EXCLUDED = rule("excludedPaths");
    private static final AppliedRule TOKEN = rule("token");
    private static final AppliedRule APPLICATIONS = rule(EasyAuthChecks.Id.APPLICATION.code());
    private static final AppliedRule PRINCIPALS = rule(EasyAuthChecks.Id.PRINCIPAL.code());

    void excluded() {
        add(EXCLUDED, StepResult.passed());
    }

    /** The check of the token begins. */
    Optional<Recording.Open> token() {
        return recording.map(trace -> trace.begin(TOKEN));
    }

    /** @param token the step that {@link #token} has begun */
    void judged(Optional<Recording.Open> token, Judgement judgement) {
        if (token.isEmpty()) {
            return;
        }
        if (judgement instanceof Judgement.Unauthenticated unauthenticated) {
            token.get().end(unauthenticated(unauthenticated.refusal()), Map.of());
            return;
        }
        token.get().end(StepResult.passed(), Map.of());
        Optional<CheckResult> forbidden =
                judgement instanceof Judgement.Forbidden refused ? Optional.of(refused.refusal()) : Optional.empty();
        boolean isClient = forbidden
                .filter(refusal -> refusal.id() == EasyAuthChecks.Id.APPLICATION)
                .isEmpty();
        if (settings.policy().allowedApplications().isPresent()) {
            add(APPLICATIONS, isClient ? StepResult.passed() : refused(forbidden.orElseThrow()));
        }
        if (isClient && settings.policy().allowedIdentities().isPresent()) {
            add(PRINCIPALS, forbidden.map(EasyAuthSteps::refused).orElseGet(StepResult::passed));
        }
    }

    private StepResult unauthenticated(CheckResult refusal) {
        return settings.access().unauthenticated() == Unauthenticated.ALLOW
                ? StepResult.noted(refusal.id().code(), refusal.expected(), refusal.actual())
                : refused(refusal);
    }

    private static StepResult refused(CheckResult refusal) {
        return StepResult.refused(refusal.id().code(), refusal.expected(), refusal.actual());
    }

    private static AppliedRule rule(String name) {
        return AppliedRule.of(Layer.EASY_AUTH, name);
    }

    private void add(AppliedRule rule, StepResult finding) {
        recording.ifPresent(trace -> trace.add(Step.of(rule, finding)));
    }
}
