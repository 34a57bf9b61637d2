package dev.gatehouse.chain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.fixtures.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final Request CALL = Request.get("/x?secret=1").with("traceparent", PARENT);
    private static final AppliedRule RULE = AppliedRule.of(Layer.HOST, "x");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Traces traces = new Traces(clock);

    @Test
    void areAskedForByTheDebugTokenOnceAndNothingElse() {
        String token = traces.debugToken();
        Headers twice = Headers.none().plus(Traces.DEBUG_TOKEN, token).plus(Traces.DEBUG_TOKEN, token);

        assertThat(traces.areAskedForBy(CALL.with("apim-debug-authorization", token)))
                .isTrue();
        assertThat(traces.areAskedForBy(CALL)).isFalse();
        assertThat(traces.areAskedForBy(CALL.withHeaders(twice))).isFalse();
        for (String wrong : List.of("", token + "x", token.substring(1), new Traces(clock).debugToken())) {
            assertThat(traces.areAskedForBy(CALL.with(Traces.DEBUG_TOKEN, wrong)))
                    .isFalse();
        }
        assertThat(traces.toString()).doesNotContain(token);
    }

    @Test
    void haveIdsOf128BitsThatAreNotTheTraceId() {
        Recording recording = traces.begin(CALL);

        assertThat(recording.id()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(traces.begin(CALL).id()).isNotEqualTo(recording.id());
        assertThat(traces.trace(TRACE)).isEmpty();
    }

    @Test
    void theNewestHundredAreKept() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i <= Traces.MOST; i++) {
            ids.add(traces.begin(CALL).id());
        }

        assertThat(traces.trace(ids.get(0))).isEmpty();
        assertThat(traces.trace(ids.get(1))).isPresent();
        assertThat(traces.trace(ids.get(Traces.MOST))).isPresent();
    }

    @Test
    void keepFiveHundredStepsEachAndSayHowManyAreLeftOut() {
        Recording recording = traces.begin(CALL);
        for (int i = 0; i < Recording.MOST_STEPS + 2; i++) {
            recording.begin(RULE).end(StepResult.passed(), Map.of());
        }

        List<Step> steps = traces.trace(recording.id()).orElseThrow().steps();

        assertThat(steps).hasSize(Recording.MOST_STEPS + 1);
        assertThat(steps.get(Recording.MOST_STEPS).finding().actual()).isEqualTo("2 more");
    }

    @Test
    void aStepKeepsThePlaceWhereItBegan() {
        Recording recording = traces.begin(CALL);
        Recording.Open outer = recording.begin(AppliedRule.of(Layer.GATEWAY, "outer"));
        clock.move(Duration.ofMillis(3));
        recording.add(Step.of(AppliedRule.of(Layer.HOST, "inner"), StepResult.passed()));
        outer.end(StepResult.passed(), Map.of());

        List<Step> steps = traces.trace(recording.id()).orElseThrow().steps();

        assertThat(steps).extracting(step -> step.rule().name()).containsExactly("outer", "inner");
        assertThat(steps.get(0).elapsed()).contains(Duration.ofMillis(3));
    }

    @Test
    void tellTheRequestWithoutItsQuery() {
        Recording recording = traces.begin(CALL);
        traces.finish(recording, 204);

        Trace trace = traces.trace(recording.id()).orElseThrow();

        assertThat(trace.call()).isEqualTo(new Trace.Call(clock.instant(), "GET /x", 204));
        assertThat(trace.traceId()).isEqualTo(TRACE);
    }

    @Test
    void areJoinedByTheTraceparentThatOnlyTheChainKnowsAndNotAfterTheAnswer() {
        Recording recording = traces.begin(CALL);
        assertThat(traces.of(CALL)).isEmpty();
        String onward = "00-" + TRACE + "-aaaaaaaaaaaaaaaa-01";
        recording.goesOnAs(onward);

        assertThat(traces.of(CALL)).isEmpty();
        assertThat(traces.of(CALL.with("traceparent", onward))).contains(recording);
        traces.finish(recording, 200);
        assertThat(traces.of(CALL.with("traceparent", onward))).isEmpty();
    }

    @Test
    void takeTheHostsStepsOnlyWhileARequestIsWithTheHost() {
        Recording recording = traces.begin(CALL);
        assertThat(traces.awaitingTheHost(TRACE, Optional.empty())).isEmpty();

        String span = spanId(recording.toTheHost(CALL));

        assertThat(span).isNotEqualTo("b7ad6b7169203331");
        assertThat(traces.awaitingTheHost(TRACE, Optional.of(span))).contains(recording);
        assertThat(traces.awaitingTheHost(TRACE, Optional.empty())).contains(recording);
        assertThat(traces.awaitingTheHost(TRACE, Optional.of("b7ad6b7169203331")))
                .isEmpty();
        assertThat(traces.awaitingTheHost("ffffffffffffffffffffffffffffffff", Optional.of(span)))
                .isEmpty();
        recording.fromTheHost("b7ad6b7169203331", held -> held);
        assertThat(traces.awaitingTheHost(TRACE, Optional.of(span))).contains(recording);
        recording.fromTheHost(span, held -> held);
        assertThat(traces.awaitingTheHost(TRACE, Optional.empty())).isEmpty();
    }

    private static String spanId(Request request) {
        return TraceParent.spanId(request).orElseThrow();
    }

    @Test
    void sayThatTheHostWasSilentAndKeepWhatTheGuardSaid() {
        Recording recording = traces.begin(CALL);
        recording.toTheHost(CALL);
        recording.hold(List.of(Step.of(AppliedRule.of(Layer.GUARD, "admitted"), StepResult.passed())));

        List<Step> steps = recording.trace(Duration.ZERO).steps();

        assertThat(steps).extracting(Step::layer).containsExactly(Layer.HOST, Layer.GUARD);
        assertThat(steps.get(0).finding().reason()).isEqualTo("no-line");
        assertThat(steps.get(0).ends()).isFalse();
    }

    @Test
    void waitForTheHost() throws InterruptedException {
        Recording recording = traces.begin(CALL);
        String span = spanId(recording.toTheHost(CALL));
        Thread host =
                new Thread(() -> recording.fromTheHost(span, held -> List.of(Step.of(RULE, StepResult.passed()))));
        host.start();

        assertThat(recording.trace(Duration.ofSeconds(30)).steps()).containsExactly(Step.of(RULE, StepResult.passed()));
        host.join();
    }

    @Test
    void showNothingThatIsToBeConcealed() {
        traces.conceal(List.of("correct horse", "unfold/1"));
        Recording recording = traces.begin(CALL.withTarget("/correct%20horse/unfold%2F1"));
        String named = "a correct horse b unfold%2F1";
        recording
                .begin(AppliedRule.of(Layer.GATEWAY, named))
                .end(StepResult.refused(named, named, named), Map.of(named, Map.of("list", List.of(named))));
        recording.add(Step.of(
                AppliedRule.of(Layer.GATEWAY, "x"), StepResult.noted("", "w ".repeat(495) + "correct horse", "")));

        Trace trace = recording.trace(Duration.ZERO);

        assertThat(trace.toString()).contains("a [redacted] b [redacted]").doesNotContain("horse", "unfold", "corr");
        assertThat(TraceJson.write(trace)).doesNotContain("horse", "unfold", "corr");
    }

    @Test
    void endNowhereWhenTheCallWasServedAfterAll() {
        Recording recording = traces.begin(CALL);
        recording.add(Step.of(RULE, StepResult.refused("no", "", "")));
        assertThat(recording.trace(Duration.ZERO).end()).isPresent();

        traces.finish(recording, 399);
        assertThat(recording.trace(Duration.ZERO).end()).isEmpty();
        traces.finish(recording, 400);
        assertThat(recording.trace(Duration.ZERO).end()).isPresent();
    }

    @Test
    void theirPageAnswersAnIdWithJson() {
        Recording recording = traces.begin(CALL);

        Response answer = new TraceEndpoint(traces).handle(Request.get("/trace/" + recording.id()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().first("Cache-Control")).contains("no-store");
        assertThat(TraceJson.read(answer.bodyText())).isEqualTo(traces.trace(recording.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trace/" + TRACE, "/trace/", "/trace", "/", "/trace/../x"})
    void theirPageHasNothingElse(String path) {
        traces.begin(CALL);

        Response answer = new TraceEndpoint(traces).handle(Request.get(path));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(answer.bodyText()).doesNotContain(path.length() > 8 ? path : "none");
        assertThat(new TraceEndpoint(traces)
                        .handle(Request.post(path, "text/plain", ""))
                        .status())
                .isEqualTo(405);
    }
}
