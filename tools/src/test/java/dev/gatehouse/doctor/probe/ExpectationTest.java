package dev.gatehouse.doctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused by another layer than asked for is never taken for a proof. */
class ExpectationTest {
    private static final String GATEWAY = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String EASY_AUTH = "You do not have permission to view this directory or page.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GATEWAY | 401 | application/json | {\"statusCode\":401,\"message\":\"Unauthorized\"} | PASSED | ",
                "GATEWAY | 401 | application/json | {\"statusCode\":401,\"message\":\"Access denied due to missing"
                        + " subscription key.\"} | NOT_TRIED | --subscription-key-env",
                "GATEWAY | 404 | application/json | {\"statusCode\":404,\"message\":\"Resource not found\"} | NOT_TRIED"
                        + " | the base URL of the contract",
                "GATEWAY | 429 | application/json | {\"statusCode\":429,\"message\":\"Rate\"} | NOT_TRIED | a pause",
                "GATEWAY | 500 | application/json | {\"statusCode\":500,\"message\":\"x\"} | FAILED | a layer failed",
                "GATEWAY | 401 | text/html | " + EASY_AUTH + " | FAILED | HOLE: only Easy Auth refused the call",
                "GATEWAY | 403 | application/problem+json | {\"type\":\"urn:gatehouse:problem:role-missing\"} | FAILED"
                        + " | HOLE: only the guard refused the call",
                "GATEWAY | 415 | application/problem+json | {\"type\":\"urn:gatehouse:problem:media-type-unsupported\"}"
                        + " | FAILED | HOLE: no layer refused the call",
                "GATEWAY | 200 | application/json | [] | FAILED | HOLE: no layer refused the call",
                "GATEWAY | 403 | text/html | blocked by a firewall | NOT_TRIED | the response is not from a known layer",
                "GATEWAY | 302 | text/html | moved | NOT_TRIED | the response is not from a known layer",
                "GATEWAY | 502 | text/html | bad | FAILED | a layer failed",
                "GUARD | 401 | text/plain | | NOT_TRIED | --subscription-key-env",
                "GUARD | 401 | text/html | " + EASY_AUTH + " | NOT_TRIED | Easy Auth refused it for another reason",
                "GUARD | 401 | application/problem+json | {\"type\":\"urn:gatehouse:problem:token-expired\"} | NOT_TRIED"
                        + " | the guard refused it for another reason",
            })
    void judgesWhoRefused(Layer layer, int status, String type, String body, CallVerdict verdict, String says) {
        Expectation expectation = layer == Layer.GUARD ? Expectation.of(layer, 403) : Expectation.of(layer, 401, 403);

        Outcome judged = expectation.judge(
                Response.of(status, type, body == null ? "" : body), entrance(Optional.empty()), "HOLE");

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.says()).contains(says == null ? "" : says);
    }

    @Test
    void aKeyThatDoesNotOpenIsSaidToBeWrong() {
        Outcome judged =
                Expectation.of(Layer.GUARD, 403).judge(Response.empty(401), entrance(Optional.of("the-key")), "HOLE");

        assertThat(judged.says()).contains("the given key was refused").doesNotContain("the-key");
        assertThat(entrance(Optional.of("the-key")).toString()).doesNotContain("the-key");
    }

    @Test
    void aRefusalForAnotherThingThanTheSubscriptionKeyIsAHole() {
        Outcome judged = Expectation.of(Layer.GATEWAY, 401)
                .saying(AnswerShape.SUBSCRIPTION_KEY)
                .judge(
                        Response.of(401, GATEWAY, "{\"statusCode\":401,\"message\":\"Unauthorized\"}"),
                        entrance(Optional.empty()),
                        "HOLE");

        assertThat(judged.verdict()).isEqualTo(CallVerdict.FAILED);
        assertThat(judged.says()).isEqualTo("HOLE: the call was refused, but only for another reason");
    }

    @Test
    void anotherApisProblemBelongsToNoLayer() {
        assertThat(AnswerShape.of(Response.of(403, PROBLEM, "{\"type\":\"about:blank\"}"))
                        .layer())
                .isEmpty();
    }

    private static ProbeEndpoint entrance(Optional<String> key) {
        return new ProbeEndpoint(Door.GATEWAY, URI.create("https://localhost"), key, new ProbeTokens(Map.of()));
    }
}
