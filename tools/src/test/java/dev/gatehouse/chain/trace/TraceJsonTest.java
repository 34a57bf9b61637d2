package dev.gatehouse.chain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceJsonTest {
    private static final Step TOKEN = new Step(
            new AppliedRule(Layer.GATEWAY, "validate-jwt", "api inbound"),
            StepResult.refused("TokenExpired", "exp after now", "2020"),
            Map.of("claims", Map.of("aud", "api", "roles", List.of("A", "B"), "exp", 5)),
            Optional.of(Duration.ofNanos(1_250_000)));
    private static final Trace JOURNEY = new Trace(
            "id",
            "trace",
            new Trace.Call(Instant.parse("2026-11-21T10:00:00Z"), "GET /x", 401),
            List.of(Step.of(AppliedRule.of(Layer.ENTRA, "token presented"), StepResult.passed()), TOKEN));

    @Test
    void namesEveryMemberAndLeavesOutTheEmptyOnes() throws IOException {
        JsonNode json = new ObjectMapper().readTree(TraceJson.write(JOURNEY));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("id", "traceId", "started", "request", "status", "steps");
        assertThat(json.at("/steps/0").toString())
                .isEqualTo("{\"layer\":\"ENTRA\",\"name\":\"token presented\",\"verdict\":\"PASSED\"}");
        assertThat(json.at("/steps/1").fieldNames())
                .toIterable()
                .containsExactly("layer", "name", "where", "verdict", "reason", "expected", "actual", "ms", "details");
        assertThat(json.at("/steps/1/ms").asDouble()).isEqualTo(1.25);
        assertThat(json.at("/steps/1/details/claims/exp").isInt()).isTrue();
    }

    @Test
    void readsWhatItWrites() {
        assertThat(TraceJson.read(TraceJson.write(JOURNEY))).contains(JOURNEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "{\"started\":\"yesterday\"}"})
    void readsNothingElse(String text) {
        assertThat(TraceJson.read(text)).isEmpty();
    }

    @Test
    void endsAtTheFirstStepThatEndsTheRequest() {
        Step later = Step.of(AppliedRule.of(Layer.GUARD, "x"), StepResult.failed("later", "", ""));

        assertThat(new Trace("i", "t", JOURNEY.call(), List.of(TOKEN, later)).end())
                .contains(TOKEN);
        assertThat(new Trace("i", "t", JOURNEY.call(), List.of()).end()).isEmpty();
    }
}
