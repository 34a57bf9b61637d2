package dev.gatehouse.chain.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.Trace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCallerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FUNCTION | {\"type\": \"urn:gatehouse:problem:account-not-found\"} | account-not-found",
                "FUNCTION | {\"type\": \"https://example.org/other\"}               | answered-404",
                "FUNCTION | {\"type\": \"urn:gatehouse:problem:token-missing\"}     | answered-404",
                "GUARD    | {\"type\": \"urn:gatehouse:problem:account-not-found\"} | answered-404"
            })
    void namesTheProblemThatTheFunctionAnswersWith(Layer layer, String body, String reason) {
        Step end = Step.of(AppliedRule.of(layer, "readAccount"), StepResult.refused("answered-404", "", ""));
        Trace trace = new Trace("id", "trace", new Trace.Call(Instant.EPOCH, "GET /accounts/7", 404), List.of(end));

        DemoCaller.Answered answered = DemoCaller.byTrace(Response.of(404, "application/problem+json", body), trace);

        assertThat(answered.layer()).isEqualTo(layer);
        assertThat(answered.reason()).isEqualTo(reason);
    }
}
