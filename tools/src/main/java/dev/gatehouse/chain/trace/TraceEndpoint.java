package dev.gatehouse.chain.trace;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;

/** Answers {@code GET /trace/{id}} with a trace as JSON; anyone who knows the id may read it. */
public record TraceEndpoint(Traces traces) implements Handler {
    private static final String PATH = "/trace/";

    @Override
    public Response handle(Request request) {
        return answer(request).with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff");
    }

    private Response answer(Request request) {
        if (!request.method().equals("GET")) {
            return problem(405, "Method not allowed: use GET").with("Allow", "GET");
        }
        if (!request.path().startsWith(PATH)) {
            return problem(404, "Not found: traces are at " + PATH + "{id}");
        }
        return traces.trace(request.path().substring(PATH.length()))
                .map(trace -> Response.json(200, TraceJson.write(trace)))
                .orElseGet(
                        () -> problem(404, "Not found: no trace has this id; the newest " + Traces.MOST + " are kept"));
    }

    private static Response problem(int status, String title) {
        return Response.of(
                status, "application/problem+json", "{\"status\":" + status + ",\"title\":\"" + title + "\"}");
    }
}
