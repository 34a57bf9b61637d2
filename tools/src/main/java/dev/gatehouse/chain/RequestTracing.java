package dev.gatehouse.chain;

import dev.gatehouse.chain.http.Bug;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.RecordedHandler;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.TraceEndpoint;
import dev.gatehouse.chain.trace.TraceParent;
import dev.gatehouse.chain.trace.Traces;
import java.net.URI;
import java.util.Optional;

/** Records traces at the endpoints, and serves them. */
record RequestTracing(Traces traces, PresentedTokenStep presented) {

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

    /**
     * An endpoint that records requests with the debug token, and removes that token. All other requests pass
     * at the cost of one header lookup.
     */
    record TracingHandler(Traces traces, PresentedTokenStep presented, Layer layer, RecordedHandler next)
            implements Handler {
        /** Azure's reason for an expired token; the reason for a token that it never issued is not documented. */
        static final String EXPIRED = Traces.DEBUG_TOKEN + "-Expired";

        @Override
        public Response handle(Request request) {
            if (!request.headers().has(Traces.DEBUG_TOKEN)) {
                return next.handle(request, traces.of(request));
            }
            Request clean = request.withHeaders(request.headers().without(Traces.DEBUG_TOKEN));
            return traces.areAskedForBy(request)
                    ? recorded(TraceParent.continued(clean))
                    : next.handle(clean, Optional.empty())
                            .with(EXPIRED, "wrong debug token; use the one that 'up' printed at this start");
        }

        /** A failing layer is also recorded as a step, so that the trace shows where the call ended. */
        private Response answered(Request request, Recording recording) {
            try {
                return next.handle(request, Optional.of(recording));
            } catch (RuntimeException bug) {
                String actual = Bug.reported(layer.title(), bug);
                recording.add(Step.of(AppliedRule.of(layer, "bug"), StepResult.failed("bug", "a response", actual)));
                return Response.empty(500);
            }
        }

        private Response recorded(Request request) {
            Recording recording = traces.begin(request);
            int status = 500;
            try {
                recording.add(presented.step(request));
                Response response = answered(request, recording).sendable();
                status = response.status();
                return response.with(Traces.TRACE_ID, recording.id());
            } finally {
                traces.finish(recording, status);
            }
        }
    }
}
