package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.RequestTracing.TracingHandler;
import dev.gatehouse.chain.entra.SigningKeys;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.KeptTraces;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.fixtures.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestTracingTest {
    private static final PresentedTokenStep TOKEN = new PresentedTokenStep(SigningKeys.generate());
    private static final Request CALL = Request.get("/x");

    private final Traces traces = new Traces(new MovableClock(Instant.parse("2026-11-21T10:00:00Z")));
    private final List<Request> passed = new ArrayList<>();
    private final List<Optional<Recording>> recordings = new ArrayList<>();
    private final TracingHandler door = new TracingHandler(traces, TOKEN, Layer.GATEWAY, (request, recording) -> {
        passed.add(request);
        recordings.add(recording);
        return Response.empty(418);
    });

    private Request asked() {
        return CALL.with(Traces.DEBUG_TOKEN, traces.debugToken());
    }

    @Test
    void recordsNothingWithoutTheDebugToken() {
        Response response = door.handle(CALL);

        assertThat(response.headers().asMap()).isEmpty();
        assertThat(passed).containsExactly(CALL);
        assertThat(recordings).containsExactly(Optional.empty());
        assertThat(KeptTraces.of(traces)).isEmpty();
    }

    @Test
    void recordsNothingWithAnotherAndSaysSo() {
        Response response = door.handle(CALL.with(Traces.DEBUG_TOKEN, "guessed"));

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().asMap()).containsOnlyKeys("Apim-Debug-Authorization-Expired");
        assertThat(passed.get(0).headers().asMap()).isEmpty();
        assertThat(KeptTraces.of(traces)).isEmpty();
    }

    @Test
    void withItReturnsTheIdAndDoesNotForwardTheToken() {
        Response response = door.handle(asked());

        String id = response.headers().first("Apim-Trace-Id").orElseThrow();
        Trace trace = traces.trace(id).orElseThrow();
        assertThat(trace.call().status()).isEqualTo(418);
        assertThat(passed.get(0).headers().asMap()).containsOnlyKeys("traceparent");
        assertThat(passed.get(0).headers().first("traceparent"))
                .hasValueSatisfying(value -> assertThat(value).contains(trace.traceId()));
        assertThat(recordings.get(0)).isPresent();
    }

    @Test
    void joinsTheTraceOfAnEarlierDoor() {
        Recording recording =
                traces.begin(CALL.with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        String onward = "00-0af7651916cd43dd8448eb211c80319c-aaaaaaaaaaaaaaaa-01";
        recording.goesOnAs(onward);

        Response response = door.handle(CALL.with("traceparent", onward));

        assertThat(recordings).containsExactly(Optional.of(recording));
        assertThat(response.headers().asMap()).isEmpty();
        assertThat(recording.trace(java.time.Duration.ZERO).steps()).isEmpty();
    }

    @Test
    void tellsWhereACallBrokeAndNotWhatItHeld() {
        TracingHandler breaking = new TracingHandler(traces, TOKEN, Layer.GATEWAY, (request, recording) -> {
            throw new IllegalStateException("what was sent");
        });

        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
        Response response;
        try {
            response = breaking.handle(asked());
        } finally {
            System.setErr(before);
        }

        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("the gateway failed: java.lang.IllegalStateException")
                .doesNotContain("what was sent");
        Trace trace = KeptTraces.of(traces).get(0);
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers().all("Apim-Trace-Id")).containsExactly(trace.id());
        assertThat(trace.call().status()).isEqualTo(500);
        assertThat(trace.end().orElseThrow().layer()).isEqualTo(Layer.GATEWAY);
        assertThat(trace.toString()).contains("IllegalStateException").doesNotContain("what was sent");
    }

    @Test
    void keepsTheIdOfAnAnswerThatCannotBeSent() {
        TracingHandler splitting =
                new TracingHandler(traces, TOKEN, Layer.GATEWAY, (request, recording) -> Response.empty(200)
                        .with("X", "a\u010d\u010aSet-Cookie: b"));

        Response response = splitting.handle(asked());

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers().asMap()).containsOnlyKeys("Apim-Trace-Id");
    }

    @Test
    void beginsWithTheUnverifiedToken() {
        door.handle(asked().with("Authorization", "Bearer e30.eyJhdWQiOiJhIn0.c2ln"));
        door.handle(asked().with("Authorization", "Basic YTpi"));

        List<Step> first = KeptTraces.of(traces).get(0).steps();
        assertThat(first.get(0).finding().reason()).isEqualTo("not-signed-by-entra");
        assertThat(first.get(0).details().toString()).contains("claims={aud=a}", "verified=not here");
        assertThat(KeptTraces.of(traces).get(1).steps().get(0).finding().reason())
                .isEqualTo("no-token");
    }
}
