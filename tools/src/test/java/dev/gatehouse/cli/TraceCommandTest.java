package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.TraceEndpoint;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.chain.trace.TraceParent;
import dev.gatehouse.chain.trace.Traces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TraceCommandTest {
    private static final String UNKNOWN = "00000000000000000000000000000000";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Traces traces = new Traces(Clock.systemUTC());
    private LoopbackServer server;

    @BeforeEach
    void start() {
        server = LoopbackServer.start(
                "trace",
                0,
                Optional.empty(),
                LoopbackServer.LOCAL_NAMES,
                request -> request.path().startsWith("/other")
                        ? Response.of(200, "text/html", "<html>")
                        : request.path().startsWith("/broken")
                                ? Response.empty(500)
                                : new TraceEndpoint(traces).handle(request));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private int run(String... arguments) {
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private String trace() {
        Recording recording = traces.begin(TraceParent.continued(Request.get("/accounts")));
        traces.finish(recording, 200);
        return recording.id();
    }

    @Test
    void printsATrace() {
        assertThat(run("trace", trace(), "--url", url("/trace"))).isZero();

        assertThat(out.toString()).startsWith("GET /accounts, answered 200").contains("LAYER");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsItAsJsonAndNothingElse() {
        String id = trace();

        assertThat(run("trace", "--json", "--url", url("/trace"), id)).isZero();

        assertThat(TraceJson.read(out.toString())).isEqualTo(traces.trace(id));
    }

    @Test
    void takesAnAddressWithASlashAtItsEnd() {
        assertThat(run("trace", trace(), "--url", url("/trace/"))).isZero();
    }

    @Test
    void saysThatThereIsNoSuchTrace() {
        assertThat(run("trace", UNKNOWN, "--url", url("/trace"))).isEqualTo(2);
        assertOneLine("gatehouse: trace " + UNKNOWN + " not found at " + url("/trace"));
    }

    @Test
    void saysThatNoServerResponds() {
        server.close();

        assertThat(run("trace", UNKNOWN, "--url", url("/trace"))).isEqualTo(2);
        assertOneLine("gatehouse: no server responds at " + url("/trace") + "; start the chain with: ./gatehouse up");
    }

    @Test
    void saysThatSomethingElseAnswers() {
        assertThat(run("trace", UNKNOWN, "--url", url("/other"))).isEqualTo(2);
        assertOneLine("gatehouse: the server at " + url("/other") + " is not 'gatehouse up'");
    }

    @Test
    void saysThatItIsAnsweredOtherwise() {
        assertThat(run("trace", UNKNOWN, "--url", url("/broken"))).isEqualTo(2);
        assertOneLine("gatehouse: " + url("/broken") + " answered 500");
    }

    @Test
    void refusesWhatCannotBeAnIdOrAnAddress() {
        assertThat(run("trace", UNKNOWN, "--url", "ht tp://x\u001b")).isEqualTo(2);
        assertOneLine("gatehouse: --url must be a URL such as http://127.0.0.1:40123/trace, not ht tp://x\\u001b");
        err.getBuffer().setLength(0);
        assertThat(run("trace", "../../x", "--url", url("/trace"))).isEqualTo(2);
        assertOneLine("gatehouse: invalid trace id: expected 32 hexadecimal digits");
        err.getBuffer().setLength(0);
        assertThat(run("trace", UNKNOWN, "--url", "file:///etc")).isEqualTo(2);
        assertOneLine("gatehouse: --url must be a URL such as");
    }

    @Test
    void tellsItsExitCodes() {
        assertThat(run("trace", "--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "the trace was printed");
    }

    private void assertOneLine(String start) {
        assertThat(err.toString().lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith(start));
        assertThat(out.toString()).isEmpty();
    }
}
