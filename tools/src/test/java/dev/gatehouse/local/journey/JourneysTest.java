package dev.gatehouse.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneysTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final Request CALL = Request.get("/x?secret=1").with("traceparent", PARENT);
    private static final Rule RULE = Rule.of(Layer.HOST, "x");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Journeys journeys = new Journeys(clock);

    @Test
    void areAskedForByTheDebugTokenOnceAndNothingElse() {
        String token = journeys.debugToken();
        Headers twice = Headers.none().plus(Journeys.DEBUG_TOKEN, token).plus(Journeys.DEBUG_TOKEN, token);

        assertThat(journeys.areAskedForBy(CALL.with("apim-debug-authorization", token)))
                .isTrue();
        assertThat(journeys.areAskedForBy(CALL)).isFalse();
        assertThat(journeys.areAskedForBy(CALL.withHeaders(twice))).isFalse();
        for (String wrong : List.of("", token + "x", token.substring(1), new Journeys(clock).debugToken())) {
            assertThat(journeys.areAskedForBy(CALL.with(Journeys.DEBUG_TOKEN, wrong)))
                    .isFalse();
        }
        assertThat(journeys.toString()).doesNotContain(token);
    }

    @Test
    void haveIdsOf128BitsThatAreNotTheTraceId() {
        Recording recording = journeys.begin(CALL);

        assertThat(recording.id()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(journeys.begin(CALL).id()).isNotEqualTo(recording.id());
        assertThat(journeys.journey(TRACE)).isEmpty();
    }

    @Test
    void theNewestHundredAreKept() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i <= Journeys.MOST; i++) {
            ids.add(journeys.begin(CALL).id());
        }

        assertThat(journeys.journey(ids.get(0))).isEmpty();
        assertThat(journeys.journey(ids.get(1))).isPresent();
        assertThat(journeys.journey(ids.get(Journeys.MOST))).isPresent();
    }

    @Test
    void keepFiveHundredStepsEachAndSayHowManyAreLeftOut() {
        Recording recording = journeys.begin(CALL);
        for (int i = 0; i < Recording.MOST_STEPS + 2; i++) {
            recording.begin(RULE).end(Finding.passed(), Map.of());
        }

        List<Step> steps = journeys.journey(recording.id()).orElseThrow().steps();

        assertThat(steps).hasSize(Recording.MOST_STEPS + 1);
        assertThat(steps.get(Recording.MOST_STEPS).finding().actual()).isEqualTo("2 more");
    }

    @Test
    void aStepKeepsThePlaceWhereItBegan() {
        Recording recording = journeys.begin(CALL);
        Recording.Open outer = recording.begin(Rule.of(Layer.GATEWAY, "outer"));
        clock.move(Duration.ofMillis(3));
        recording.add(Step.of(Rule.of(Layer.HOST, "inner"), Finding.passed()));
        outer.end(Finding.passed(), Map.of());

        List<Step> steps = journeys.journey(recording.id()).orElseThrow().steps();

        assertThat(steps).extracting(step -> step.rule().name()).containsExactly("outer", "inner");
        assertThat(steps.get(0).elapsed()).contains(Duration.ofMillis(3));
    }

    @Test
    void tellTheRequestWithoutItsQuery() {
        Recording recording = journeys.begin(CALL);
        journeys.finish(recording, 204);

        Journey journey = journeys.journey(recording.id()).orElseThrow();

        assertThat(journey.call()).isEqualTo(new Journey.Call(clock.instant(), "GET /x", 204));
        assertThat(journey.traceId()).isEqualTo(TRACE);
    }

    @Test
    void areJoinedByTheTraceparentThatOnlyTheChainKnowsAndNotAfterTheAnswer() {
        Recording recording = journeys.begin(CALL);
        assertThat(journeys.of(CALL)).isEmpty();
        String onward = "00-" + TRACE + "-aaaaaaaaaaaaaaaa-01";
        recording.goesOnAs(onward);

        assertThat(journeys.of(CALL)).isEmpty();
        assertThat(journeys.of(CALL.with("traceparent", onward))).contains(recording);
        journeys.finish(recording, 200);
        assertThat(journeys.of(CALL.with("traceparent", onward))).isEmpty();
    }

    @Test
    void takeTheHostsStepsOnlyWhileARequestIsWithTheHost() {
        Recording recording = journeys.begin(CALL);
        assertThat(journeys.awaitingTheHost(TRACE, Optional.empty())).isEmpty();

        String span = spanId(recording.toTheHost(CALL));

        assertThat(span).isNotEqualTo("b7ad6b7169203331");
        assertThat(journeys.awaitingTheHost(TRACE, Optional.of(span))).contains(recording);
        assertThat(journeys.awaitingTheHost(TRACE, Optional.empty())).contains(recording);
        assertThat(journeys.awaitingTheHost(TRACE, Optional.of("b7ad6b7169203331")))
                .isEmpty();
        assertThat(journeys.awaitingTheHost("ffffffffffffffffffffffffffffffff", Optional.of(span)))
                .isEmpty();
        recording.fromTheHost("b7ad6b7169203331", held -> held);
        assertThat(journeys.awaitingTheHost(TRACE, Optional.of(span))).contains(recording);
        recording.fromTheHost(span, held -> held);
        assertThat(journeys.awaitingTheHost(TRACE, Optional.empty())).isEmpty();
    }

    private static String spanId(Request request) {
        return TraceParent.spanId(request).orElseThrow();
    }

    @Test
    void sayThatTheHostWasSilentAndKeepWhatTheGuardSaid() {
        Recording recording = journeys.begin(CALL);
        recording.toTheHost(CALL);
        recording.hold(List.of(Step.of(Rule.of(Layer.GUARD, "admitted"), Finding.passed())));

        List<Step> steps = recording.journey(Duration.ZERO).steps();

        assertThat(steps).extracting(Step::layer).containsExactly(Layer.HOST, Layer.GUARD);
        assertThat(steps.get(0).finding().reason()).isEqualTo("no-line");
        assertThat(steps.get(0).ends()).isFalse();
    }

    @Test
    void waitForTheHost() throws InterruptedException {
        Recording recording = journeys.begin(CALL);
        String span = spanId(recording.toTheHost(CALL));
        Thread host = new Thread(() -> recording.fromTheHost(span, held -> List.of(Step.of(RULE, Finding.passed()))));
        host.start();

        assertThat(recording.journey(Duration.ofSeconds(30)).steps()).containsExactly(Step.of(RULE, Finding.passed()));
        host.join();
    }

    @Test
    void showNothingThatIsToBeConcealed() {
        journeys.conceal(List.of("correct horse", "unfold/1"));
        Recording recording = journeys.begin(CALL.withTarget("/correct%20horse/unfold%2F1"));
        String named = "a correct horse b unfold%2F1";
        recording
                .begin(Rule.of(Layer.GATEWAY, named))
                .end(Finding.refused(named, named, named), Map.of(named, Map.of("list", List.of(named))));
        recording.add(Step.of(Rule.of(Layer.GATEWAY, "x"), Finding.noted("", "w ".repeat(495) + "correct horse", "")));

        Journey journey = recording.journey(Duration.ZERO);

        assertThat(journey.toString()).contains("a [redacted] b [redacted]").doesNotContain("horse", "unfold", "corr");
        assertThat(JourneyJson.write(journey)).doesNotContain("horse", "unfold", "corr");
    }

    @Test
    void endNowhereWhenTheCallWasServedAfterAll() {
        Recording recording = journeys.begin(CALL);
        recording.add(Step.of(RULE, Finding.refused("no", "", "")));
        assertThat(recording.journey(Duration.ZERO).end()).isPresent();

        journeys.finish(recording, 399);
        assertThat(recording.journey(Duration.ZERO).end()).isEmpty();
        journeys.finish(recording, 400);
        assertThat(recording.journey(Duration.ZERO).end()).isPresent();
    }

    @Test
    void theirPageAnswersAnIdWithJson() {
        Recording recording = journeys.begin(CALL);

        Response answer = new JourneyPage(journeys).handle(Request.get("/trace/" + recording.id()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().first("Cache-Control")).contains("no-store");
        assertThat(JourneyJson.read(answer.bodyText())).isEqualTo(journeys.journey(recording.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trace/" + TRACE, "/trace/", "/trace", "/", "/trace/../x"})
    void theirPageHasNothingElse(String path) {
        journeys.begin(CALL);

        Response answer = new JourneyPage(journeys).handle(Request.get(path));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(answer.bodyText()).doesNotContain(path.length() > 8 ? path : "none");
        assertThat(new JourneyPage(journeys)
                        .handle(Request.post(path, "text/plain", ""))
                        .status())
                .isEqualTo(405);
    }
}
