package dev.gatehouse.chain.trace;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;

/** Answers {@code GET /trace/{id}} with a trace as JSON; whoever knows the id may read it. */
public record TraceEndpoint(Traces traces) implements Handler {
    private static final String PATH = "/trace/";

    @Override
    public Response handle(Request request) {
        return answer(request).with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff");
    }

    private Response answer(Request request) {
        if (!request.method().equals("GET")) {
            return problem(405, "only GET is answered here").with("Allow", "GET");
        }
        if (!request.path().startsWith(PATH)) {
            return problem(404, "traces are at " + PATH + "{id}");
        }
        return traces.trace(request.path().substring(PATH.length()))
                .map(trace -> Response.json(200, TraceJson.write(trace)))
                .orElseGet(() -> problem(404, "no trace by that id; the newest " + Traces.MOST + " are kept"));
    }

    private static Response problem(int status, String title) {
        return Response.of(
                status, "application/problem+json", "{\"status\":" + status + ",\"title\":\"" + title + "\"}");
    }
}
