package dev.gatehouse.local.chain;

import dev.gatehouse.local.entra.SigningKeys;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.ShownToken;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first step of a journey: the token that came, and whether the local Entra has signed it. It decides nothing. */
record PresentedToken(SigningKeys keys) {
    private static final Rule RULE = Rule.of(Layer.ENTRA, "token presented");
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");

    Step step(Request request) {
        List<String> sent = request.headers().all("Authorization");
        Matcher bearer = BEARER.matcher(sent.size() == 1 ? sent.get(0).strip() : "");
        if (!bearer.matches()) {
            return Step.of(
                    RULE,
                    Finding.noted(
                            "no-token",
                            "one Authorization header: Bearer <token>",
                            sent.isEmpty() ? "none" : sent.size() + ", none a single bearer token"));
        }
        String token = bearer.group(1);
        Map<String, Object> details =
                new LinkedHashMap<>(Map.of("verified", "not here, but by each layer that follows"));
        details.putAll(ShownToken.of(token));
        return new Step(RULE, isSigned(token) ? Finding.passed() : notSigned(), details, Optional.empty());
    }

    private boolean isSigned(String token) {
        return SignedToken.read(token) instanceof TokenReading.Readable readable && keys.haveSigned(readable.token());
    }

    private static Finding notSigned() {
        return Finding.noted("not-signed-by-entra", "a signature by a key that the local Entra publishes", "another");
    }
}
