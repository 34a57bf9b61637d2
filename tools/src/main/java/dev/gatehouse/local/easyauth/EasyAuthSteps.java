package dev.gatehouse.local.easyauth;

import dev.gatehouse.local.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import java.util.Map;
import java.util.Optional;

/** Records Easy Auth's checks, one step for each that was made. */
record EasyAuthSteps(Optional<Recording> recording, EasyAuthSettings settings) {
    private static final Rule EXCLUDED = rule("excludedPaths");
    private static final Rule TOKEN = rule("token");
    private static final Rule APPLICATIONS = rule(TokenCheck.ALLOWED_APPLICATIONS);
    private static final Rule PRINCIPALS = rule(TokenCheck.ALLOWED_PRINCIPALS);

    void excluded() {
        add(EXCLUDED, Finding.passed());
    }

    /** The check of the token begins. */
    Optional<Recording.Open> token() {
        return recording.map(journey -> journey.begin(TOKEN));
    }

    /** @param token the step that {@link #token} has begun */
    void judged(Optional<Recording.Open> token, Judgement judgement) {
        if (token.isEmpty()) {
            return;
        }
        Optional<Judgement.Rejected> rejected =
                judgement instanceof Judgement.Rejected rejection ? Optional.of(rejection) : Optional.empty();
        String reason = rejected.map(Judgement.Rejected::reason).orElse("");
        boolean isGood = rejected.isEmpty() || reason.equals(APPLICATIONS.name()) || reason.equals(PRINCIPALS.name());
        token.get().end(isGood ? Finding.passed() : unauthenticated(rejected.get()), Map.of());
        if (!isGood) {
            return;
        }
        boolean isClient = !reason.equals(APPLICATIONS.name());
        if (settings.policy().allowedApplications().isPresent()) {
            add(APPLICATIONS, isClient ? Finding.passed() : refused(rejected.orElseThrow()));
        }
        if (isClient && settings.policy().allowedIdentities().isPresent()) {
            add(PRINCIPALS, rejected.map(EasyAuthSteps::refused).orElseGet(Finding::passed));
        }
    }

    private Finding unauthenticated(Judgement.Rejected rejected) {
        return settings.access().unauthenticated() == Unauthenticated.ALLOW
                ? Finding.noted(rejected.reason(), rejected.expected(), rejected.actual())
                : refused(rejected);
    }

    private static Finding refused(Judgement.Rejected rejected) {
        return Finding.refused(rejected.reason(), rejected.expected(), rejected.actual());
    }

    private static Rule rule(String name) {
        return Rule.of(Layer.EASY_AUTH, name);
    }

    private void add(Rule rule, Finding finding) {
        recording.ifPresent(journey -> journey.add(Step.of(rule, finding)));
    }
}
