package dev.gatehouse.local.easyauth;

import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.local.journey.Verdict;
import dev.gatehouse.local.signature.Signatures;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.Violation;
import java.time.Clock;
import java.util.List;

/** What Easy Auth would say of a token, question by question: for people who look for a reason, not for calls. */
public record EasyAuthRules(EasyAuthSettings settings, Signatures signatures, Clock clock) {

    /** One step for each question; where the form is refused or nobody vouches for the token, nothing more is asked. */
    public List<Step> of(String token) {
        TokenReading reading = SignedToken.read(token);
        return reading instanceof TokenReading.Readable readable
                ? of(readable.token())
                : List.of(refused("form", ((TokenReading.Unreadable) reading).violation()));
    }

    private List<Step> of(SignedToken token) {
        Outcome outcome = signatures.check(token, settings.metadata());
        if (outcome instanceof Outcome.Signed signed) {
            return new TokenCheck(settings, signatures, clock)
                    .checks(token.claims(), signed.issuer()).stream()
                            .map(EasyAuthRules::step)
                            .toList();
        }
        return List.of(refused(
                "signature",
                outcome instanceof Outcome.NotSigned notSigned
                        ? notSigned.violation()
                        : ((Outcome.Undecided) outcome).violation()));
    }

    private static Step step(TokenCheck.Check check) {
        Finding finding = check.holds()
                ? new Finding(Verdict.PASSED, "", check.expected(), check.actual())
                : Finding.refused(check.rule(), check.expected(), check.actual());
        return Step.of(Rule.of(Layer.EASY_AUTH, check.rule()), finding);
    }

    private static Step refused(String rule, Violation violation) {
        return Step.of(
                Rule.of(Layer.EASY_AUTH, rule),
                Finding.refused(violation.reason().code(), violation.expected(), violation.actual()));
    }
}
