package dev.gatehouse.chain;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.RecordedHandler;
import dev.gatehouse.chain.trace.TraceEndpoint;
import dev.gatehouse.chain.trace.Traces;
import java.net.URI;
import java.util.Optional;

/** Records traces at the endpoints, and serves them. */
record RequestTracing(Traces traces, PresentedToken presented) {

    Handler door(Layer layer, RecordedHandler handler) {
        return new TracingHandler(traces, presented, layer, handler);
    }

    /** Plain http: traces are redacted, and only the client that made the call knows the trace id. */
    URI read(CloseStack started) {
        LoopbackServer server = LoopbackServer.start(
                "trace", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, new TraceEndpoint(traces));
        started.endBy(server::close);
        return URI.create("http://127.0.0.1:" + server.port() + "/trace");
    }
}
