package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.fixtures.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLogParserTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String OF_TRACE = "\"traceId\":\"" + TRACE + "\",\"spanId\":\"SPAN\"}";
    private static final String HOST = "[host] {\"event\":\"host\",\"rule\":\"function-key\",\"outcome\":\"passed\","
            + "\"status\":%d,\"function\":\"whoAmI\",\"ms\":1.5," + OF_TRACE;
    private static final String ADMITTED =
            "[info] whoAmI: {\"event\":\"decision\",\"outcome\":\"admitted\",\"client\":\"c\"," + OF_TRACE;
    private static final String REFUSED = "[warn] whoAmI: {\"event\":\"decision\",\"outcome\":\"refused\",\"reasons\":"
            + "[{\"code\":\"role-missing\",\"expected\":\"e\",\"actual\":\"a\"},{\"code\":\"second\"}]," + OF_TRACE;

    private final Traces traces = new Traces(new MovableClock(Instant.parse("2026-11-21T10:00:00Z")));
    private final Recording recording =
            traces.begin(Request.get("/x").with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
    private final List<String> log = new ArrayList<>();
    private final HostLogParser lines = new HostLogParser(traces, true, log::add);
    private String span = "";

    @BeforeEach
    void aRequestIsWithTheHost() {
        Request onward =
                recording.toTheHost(Request.get("/x").with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
        span = onward.headers().first("traceparent").orElseThrow().split("-")[2];
    }

    private String of(String line) {
        return line.replace("SPAN", span);
    }

    private void accept(String line) {
        lines.accept(of(line));
    }

    private List<Step> steps() {
        return recording.trace(Duration.ZERO).steps();
    }

    @Test
    void anAdmittedCallIsTheHostsThenTheGuardsThenTheFunctions() {
        accept(ADMITTED);
        accept(HOST.formatted(200));

        assertThat(steps()).extracting(Step::layer).containsExactly(Layer.HOST, Layer.GUARD, Layer.FUNCTION);
        assertThat(steps().get(1).details()).containsExactly(Map.entry("client", "c"));
        assertThat(steps().get(2).elapsed()).contains(Duration.ofNanos(1_500_000));
        assertThat(log).hasSize(2);
    }

    @Test
    void aRefusedCallEndsWithTheGuardOneStepForEachReason() {
        accept(REFUSED);
        accept(HOST.formatted(403));

        assertThat(steps()).extracting(step -> step.finding().reason()).containsExactly("", "role-missing", "second");
        assertThat(steps().get(1).finding().expected()).isEqualTo("e");
        assertThat(steps().get(1).finding().actual()).isEqualTo("a");
    }

    @Test
    void aCallThatTheHostRefusesReachesNoOtherLayer() {
        accept("[host] {\"event\":\"host\",\"rule\":\"function-key\",\"outcome\":\"refused\",\"status\":401,"
                + "\"function\":\"whoAmI\",\"expected\":\"a key\",\"actual\":\"none\",\"ms\":1," + OF_TRACE);

        assertThat(steps()).hasSize(1);
        assertThat(steps().get(0).ends()).isTrue();
        assertThat(steps().get(0).finding().expected()).isEqualTo("a key");
    }

    @Test
    void aFunctionThatFailsFails() {
        accept(HOST.formatted(500));

        assertThat(steps().get(1).layer()).isEqualTo(Layer.FUNCTION);
        assertThat(steps().get(1).ends()).isTrue();
        assertThat(steps().get(1).finding().reason()).isEqualTo("answered-500");
    }

    @Test
    void readsTheGuardsLineAsCoreToolsWriteIt() {
        accept("[2026-11-21T10:00:00.123Z] " + ADMITTED.substring(ADMITTED.indexOf('{')));

        assertThat(steps()).extracting(Step::layer).containsExactly(Layer.HOST, Layer.GUARD);
    }

    /** What a client may get an app to print or log, or might send if it knew a trace id. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"decision\",\"outcome\":\"admitted\"," + OF_TRACE,
                "[printed] [info] whoAmI: {\"event\":\"decision\",\"outcome\":\"admitted\"," + OF_TRACE,
                "[printed] [host] {\"event\":\"host\",\"outcome\":\"passed\"," + OF_TRACE,
                "[info] whoAmI: [host] {\"event\":\"host\",\"outcome\":\"passed\"," + OF_TRACE,
                "[info] whoAmI:   {\"event\":\"decision\",\"outcome\":\"admitted\"," + OF_TRACE,
                "[info] whoAmI: name {\"event\":\"decision\",\"outcome\":\"admitted\"," + OF_TRACE,
                "[info] host: {\"event\":\"host\",\"outcome\":\"passed\"," + OF_TRACE,
                "[info] whoAmI: {\"event\":\"decision\",\"outcome\":\"admitted\"} " + OF_TRACE,
                "[host] {\"event\":\"host\",\"outcome\":\"passed\",\"traceId\":\"ffffffffffffffffffffffffffffffff\",\"spanId\":\"SPAN\"}",
                "[host] {\"event\":\"host\",\"outcome\":\"passed\",\"traceId\":\"" + TRACE + "\"}",
                "[host] {\"event\":\"host\",\"outcome\":\"passed\",\"traceId\":\"" + TRACE
                        + "\",\"spanId\":\"b7ad6b7169203331\"}",
                "[warn] whoAmI: {\"event\":\"decision\",\"outcome\":\"refused\",\"traceId\":\"" + TRACE
                        + "\",\"spanId\":\"b7ad6b7169203331\"}"
            })
    void believesNoOtherLine(String forged) {
        accept(forged);

        assertThat(steps())
                .singleElement()
                .satisfies(step -> assertThat(step.finding().reason()).isEqualTo("no-line"));
        assertThat(log).containsExactly(of(forged));
    }

    @Test
    void believesNothingOnceTheHostHasSpoken() {
        accept(HOST.formatted(200));
        accept(ADMITTED);
        accept(HOST.formatted(200));

        assertThat(steps()).extracting(Step::layer).containsExactly(Layer.HOST, Layer.FUNCTION);
    }

    /** A stranger who sends the same trace id is answered on another span. */
    @Test
    void takesNothingFromACallOfTheSameTrace() {
        accept(REFUSED.replace("SPAN", "b7ad6b7169203331"));
        accept(HOST.formatted(403).replace("SPAN", "b7ad6b7169203331"));
        accept(ADMITTED);
        accept(HOST.formatted(200));

        assertThat(steps()).extracting(Step::layer).containsExactly(Layer.HOST, Layer.GUARD, Layer.FUNCTION);
        assertThat(steps()).noneMatch(Step::ends);
    }

    @Test
    void goesByTheTraceAloneWhereTheHostBeginsASpanOfItsOwn() {
        HostLogParser ofCoreTools = new HostLogParser(traces, false, log::add);

        ofCoreTools.accept("[2026-11-21T10:00:00.123Z] "
                + ADMITTED.substring(ADMITTED.indexOf('{')).replace("SPAN", "b7ad6b7169203331"));

        assertThat(steps()).extracting(Step::layer).containsExactly(Layer.HOST, Layer.GUARD);
    }
}
