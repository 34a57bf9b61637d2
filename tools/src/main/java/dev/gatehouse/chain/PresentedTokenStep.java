package dev.gatehouse.chain;

import dev.gatehouse.chain.entra.SigningKeys;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.secrets.ShownToken;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first step of a trace: the token in the request, and whether the local Entra signed it. It decides nothing. */
record PresentedTokenStep(SigningKeys keys) {
    private static final AppliedRule RULE = AppliedRule.of(Layer.ENTRA, "token presented");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");

    Step step(Request request) {
        List<String> sent = request.headers().all("Authorization");
        Matcher bearer = BEARER.matcher(sent.size() == 1 ? sent.get(0).strip() : "");
        if (!bearer.matches()) {
            return Step.of(
                    RULE,
                    StepResult.noted(
                            "no-token",
                            "one Authorization header: Bearer <token>",
                            sent.isEmpty() ? "no header" : sent.size() + " headers, but not a single bearer token"));
        }
        String token = bearer.group(1);
        Map<String, Object> details =
                new LinkedHashMap<>(Map.of("verified", "not here; each following layer verifies it"));
        details.putAll(ShownToken.details(token));
        return new Step(RULE, isSigned(token) ? StepResult.passed() : notSigned(), details, Optional.empty());
    }

    private boolean isSigned(String token) {
        return SignedToken.read(token) instanceof TokenReading.Readable readable && keys.haveSigned(readable.token());
    }

    private static StepResult notSigned() {
        return StepResult.noted(
                "not-signed-by-entra", "a signature by a key that the local Entra publishes", "another signature");
    }
}
