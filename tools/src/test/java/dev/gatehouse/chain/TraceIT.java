package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.KeptTraces;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.chain.trace.Traces;
import dev.gatehouse.fixtures.TokenKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests followed through the running chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceIT {
    private RunningChain running;
    private TokenKit kit;

    @BeforeAll
    void start() {
        running = RunningChain.start();
        kit = running.kit();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private Request authorized() {
        return Request.get("/accounts")
                .with("Authorization", "Bearer " + kit.app().compact());
    }

    private static Step end(DemoCaller.Answered answered) {
        return answered.trace().flatMap(Trace::end).orElseThrow();
    }

    @Test
    void aServedCallShowsEveryLayerInOrder() {
        Trace trace = running.atGateway(authorized()).trace().orElseThrow();

        assertThat(trace.steps().stream().map(Step::layer).distinct()).containsExactly(Layer.values());
        assertThat(trace.steps()).noneMatch(Step::ends);
        assertThat(trace.steps())
                .extracting(step -> step.rule().name())
                .contains(
                        "token presented",
                        "operation",
                        "subscription",
                        "validate-azure-ad-token",
                        "choose requirement-not-met",
                        "forward-request",
                        "token",
                        "allowedApplications",
                        "function-key",
                        "admitted",
                        "listAccounts");
        assertThat(trace.call().status()).isEqualTo(200);
        assertThat(trace.steps().get(1).details())
                .containsEntry("needs", "an app: role Accounts.Read; a user: scope accounts.read");
    }

    @Test
    void theGatewaysRefusalIsTheLastThingDecided() {
        DemoCaller.Answered answered = running.atGateway(Request.get("/accounts"));

        assertThat(end(answered).rule().name()).isEqualTo("validate-azure-ad-token");
        assertThat(end(answered).finding().expected()).isEqualTo("a token in header Authorization");
        assertThat(end(answered).finding().actual()).isEqualTo("missing");
        assertThat(answered.trace().orElseThrow().steps())
                .noneMatch(step -> step.layer().compareTo(Layer.GATEWAY) > 0);
    }

    @Test
    void easyAuthsRefusalIsTheLastStep() {
        String unlisted = kit.unlisted().compact();
        DemoCaller.Answered answered =
                running.atFunctionApp(Request.get("/accounts").with("Authorization", "Bearer " + unlisted));

        assertLast(answered, Layer.EASY_AUTH, "allowedApplications");
        assertThat(end(answered).finding().expected()).contains(" or ");
        assertThat(end(answered).finding().actual()).matches("[0-9a-f-]{36}");
    }

    @Test
    void aPathThatNeedsNoTokenSaysSo() {
        Trace trace = running.caller()
                .call(running.chain().doors().functionApp(), Request.get("/health"))
                .trace()
                .orElseThrow();

        assertThat(trace.steps())
                .extracting(step -> step.layer() + " " + step.rule().name())
                .containsExactly(
                        "ENTRA token presented",
                        "EASY_AUTH excludedPaths",
                        "HOST function-key",
                        "GUARD open",
                        "FUNCTION health");
    }

    @Test
    void theHostsRefusalIsTheLastStep() {
        DemoCaller.Answered answered =
                running.caller().call(running.chain().doors().functionApp(), authorized());

        assertLast(answered, Layer.HOST, "function-key");
        assertThat(end(answered).finding().expected()).isEqualTo("a valid key for this function");
        assertThat(end(answered).finding().actual()).isEqualTo("no key");
    }

    @Test
    void theGuardsRefusalIsTheLastStep() {
        String without = kit.app().claim("roles", List.of("Other")).compact();
        DemoCaller.Answered answered =
                running.atFunctionApp(Request.get("/accounts").with("Authorization", "Bearer " + without));

        assertLast(answered, Layer.GUARD, "role-missing");
        assertThat(end(answered).finding().expected()).isEqualTo("app role Accounts.Read");
        assertThat(end(answered).finding().actual()).isEqualTo("Other");
    }

    private static void assertLast(DemoCaller.Answered answered, Layer layer, String reason) {
        List<Step> steps = answered.trace().orElseThrow().steps();
        assertThat(steps.get(steps.size() - 1)).isEqualTo(end(answered));
        assertThat(end(answered).layer()).isEqualTo(layer);
        assertThat(end(answered).finding().reason()).isEqualTo(reason);
    }

    @Test
    void withoutTheDebugTokenNothingIsRecorded() throws IOException {
        int before = KeptTraces.of(running.chain().traces()).size();

        Response response = sent(running.chain().doors().gateway(), subscribed(authorized()));
        Response guessed =
                sent(running.chain().doors().gateway(), subscribed(authorized()).with(Traces.DEBUG_TOKEN, "guessed"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().has(Traces.TRACE_ID)).isFalse();
        assertThat(guessed.status()).isEqualTo(200);
        assertThat(guessed.headers().has(Traces.TRACE_ID)).isFalse();
        assertThat(KeptTraces.of(running.chain().traces())).hasSize(before);
    }

    /** Another call of the same trace id, made after the first, adds nothing to its trace. */
    @Test
    void nobodyElsesCallGetsIntoATrace() throws IOException {
        Trace trace = running.atGateway(authorized()).trace().orElseThrow();
        String parent = "00-" + trace.traceId() + "-aaaaaaaaaaaaaaaa-01";

        Response other = sent(
                running.chain().doors().functionApp(), Request.get("/accounts").with("traceparent", parent));

        assertThat(other.status()).isEqualTo(401);
        assertThat(running.chain().traces().trace(trace.id())).contains(trace);
    }

    /** Strangers who know the trace id, and refusals of theirs in the host's log, while a call is under way. */
    @Test
    void strangersOfTheSameTraceDoNotGetIntoATraceThatIsUnderWay() throws InterruptedException {
        Request stranger =
                Request.get("/whoami").with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger refused = new AtomicInteger();
        Thread noise = new Thread(() -> {
            while (!ended.get()) {
                refused.addAndGet(statusAtTheHost(stranger) == 401 ? 1 : 0);
            }
        });
        noise.start();

        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < 20 || refused.get() < 20; i++) {
            Request call = authorized().with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            traces.add(running.atGateway(call).trace().orElseThrow());
        }
        ended.set(true);
        noise.join();

        assertThat(traces).allSatisfy(trace -> {
            assertThat(trace.steps()).noneMatch(Step::ends);
            assertThat(trace.steps()).extracting(Step::layer).containsOnlyOnce(Layer.HOST, Layer.GUARD, Layer.FUNCTION);
        });
    }

    private int statusAtTheHost(Request request) {
        try {
            return sent(running.chain().doors().host(), request).status();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    @Test
    void isReadOverHttpByItsIdAlone() throws IOException {
        Trace trace = running.atGateway(authorized()).trace().orElseThrow();
        URI traces = running.chain().doors().traces();

        Response answer = sent(traces, Request.get("/" + trace.id()));

        assertThat(traces.getHost()).isEqualTo("127.0.0.1");
        assertThat(TraceJson.read(answer.bodyText())).contains(trace);
        assertThat(sent(traces, Request.get("/" + trace.traceId())).status()).isEqualTo(404);
    }

    private Request subscribed(Request request) {
        return request.with("Ocp-Apim-Subscription-Key", running.chain().keys().subscription());
    }

    private Response sent(URI door, Request request) throws IOException {
        return new Forwarder(running.chain().tls().trusting(), Duration.ofSeconds(30))
                .forward(
                        request.withTarget(door.getRawPath() + request.target()),
                        door.getScheme() + "://" + door.getRawAuthority());
    }
}
