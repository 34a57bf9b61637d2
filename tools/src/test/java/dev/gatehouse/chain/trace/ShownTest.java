package dev.gatehouse.chain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.secrets.ShownToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text in a step contains a readable secret. */
class ShownTest {
    private static final AppliedRule RULE = AppliedRule.of(Layer.GATEWAY, "x");
    private static final String TOKEN =
            encoded("{\"alg\":\"RS256\"}") + "." + encoded("{\"aud\":\"a\"}") + ".c2lnbmF0dXJl";

    static final String BEARER = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhIn0.c2lnbmF0dXJlLW9mLXRoaXM";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BEARER,
                "OHCeU-M2wlK4whZ8LEjZopY9Gtp5avz6PJmsDiaOUFo",
                "b7f9bd22fe11308f62df197d70257617",
                "0d00a93a8e1266db3244b98560ed5d5f8f818fe480134d3d",
                "abc8Q~abcdefghijklmnopqrstuvwxyz0123456"
            })
    void showsNoSecretWhereverItIs(String secret) {
        Step step = new Step(
                RULE,
                StepResult.refused("r " + secret, "one of " + secret, "Bearer " + secret + " at the end"),
                Map.of("a " + secret, "b " + secret, "list", List.of(secret), "map", Map.of(secret, secret)),
                Optional.empty());

        assertThat(step.toString()).doesNotContain(secret).contains("at the end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic aHVudGVyMjpzZWNyZXQ=",
                "basic  aHVudGVyMjpzZWNyZXQ=",
                "Negotiate hunter2secret",
                "https://x/y?a=1&sig=hunter2&b=2",
                "Server=x;Password=hunter2;",
                "SharedAccessKey=hunter2",
                "code=hunter2"
            })
    void showsNoCredentialOfAKnownForm(String text) {
        assertThat(StepResult.noted("r", text, "").expected())
                .contains("[redacted]")
                .doesNotContain("hunter2", "aHVudGVyMj");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one Authorization header: Bearer <token>", "Bearer and one token in header Authorization"})
    void keepsWhatOnlySpeaksOfOne(String text) {
        assertThat(StepResult.noted("r", text, "").expected()).isEqualTo(text);
    }

    /** Half a key is not known for one. */
    @Test
    void looksForSecretsBeforeItCutsOff() {
        String key = "Zq8".repeat(15);

        assertThat(StepResult.noted("r", "w ".repeat(490) + key, "").expected()).doesNotContain("Zq8");
        assertThat(StepResult.noted("r", "w ".repeat(7_990) + key, "").expected())
                .doesNotContain("Zq8");
    }

    @Test
    void obeysNoTerminal() {
        String escape = "\u001b[31m";
        Step step = new Step(
                new AppliedRule(Layer.HOST, escape, escape),
                StepResult.refused(escape, escape, escape),
                Map.of(escape, escape),
                Optional.empty());

        assertThat(step.toString()).doesNotContain("\u001b");
        assertThat(new Trace(escape, escape, new Trace.Call(Instant.EPOCH, escape, 1), List.of()).toString())
                .doesNotContain("\u001b");
    }

    @Test
    void keepsAListOfIdsWhole() {
        String ids = "11111111-2222-4333-8444-555555555555 or ".repeat(6).strip();

        assertThat(StepResult.refused("r", ids, "").expected()).isEqualTo(ids);
    }

    @Test
    void isBounded() {
        assertThat(StepResult.refused("r", "", "word ".repeat(10_000)).actual()).hasSizeLessThan(1_100);
        Map<String, Object> many = new java.util.HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            many.put("claim" + i, i);
        }
        assertThat(new Step(RULE, StepResult.passed(), many, Optional.empty()).details())
                .hasSize(60);
    }

    @Test
    void showsATokensHeaderAndClaimsAndNeverItsSignature() {
        Map<String, Object> shown =
                new Step(RULE, StepResult.passed(), ShownToken.details(TOKEN), Optional.empty()).details();

        assertThat(shown.toString()).isEqualTo("{header={alg=RS256}, claims={aud=a}}");
    }

    @Test
    void showsAClaimThatIsATokenAsSuch() {
        String nested =
                encoded("{}") + "." + encoded("{\"inner\":\"" + BEARER + "\",\"aud\":[\"" + BEARER + "\"]}") + ".x";

        String shown = new Step(RULE, StepResult.passed(), ShownToken.details(nested), Optional.empty()).toString();

        assertThat(shown).contains("inner=[token]").doesNotContain("eyJ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b", "a.b.c", "e30.e30.e30.e30.e30", "e30.W10.x", "!.e30.x", "e30.e30e30.x"})
    void saysOfAnythingElseThatItIsNoToken(String text) {
        assertThat(ShownToken.details(text)).containsExactly(Map.entry("token", "not a signed JWT"));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
