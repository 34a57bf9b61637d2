package dev.gatehouse.local.journey;

import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;

/** Answers {@code GET /trace/{id}} with a journey as JSON; whoever knows the id may read it. */
public record JourneyPage(Journeys journeys) implements Handler {
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
            return problem(404, "journeys are at " + PATH + "{id}");
        }
        return journeys.journey(request.path().substring(PATH.length()))
                .map(journey -> Response.json(200, JourneyJson.write(journey)))
                .orElseGet(() -> problem(404, "no journey by that id; the newest " + Journeys.MOST + " are kept"));
    }

    private static Response problem(int status, String title) {
        return Response.of(
                status, "application/problem+json", "{\"status\":" + status + ",\"title\":\"" + title + "\"}");
    }
}
