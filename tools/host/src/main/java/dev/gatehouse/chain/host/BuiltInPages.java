package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Optional;

/** The pages of the host itself: its home page, the admin endpoints, and the webhooks, which are always refused. */
record BuiltInPages(KeyCheck keys, boolean homePage, ManualRuns runs) {
    private static final String HOME =
            "<!DOCTYPE html><title>Functions</title><p>Your Functions app is up and running.";

    /** The response, when the path is one of the host's own. */
    Optional<Response> answer(Request request, RequestPath path) {
        if (path.segments().isEmpty() && request.path().equals("/")) {
            return Optional.of(homePage ? Response.of(200, "text/html", HOME) : Response.empty(204));
        }
        if (path.is("admin/host/ping")) {
            return Optional.of(Response.empty(200));
        }
        if (path.isBelow("admin")) {
            return Optional.of(admin(request, path));
        }
        return path.isBelow("runtime/webhooks") ? Optional.of(challenge()) : Optional.empty();
    }

    private Response admin(Request request, RequestPath path) {
        if (!keys.isMaster(request)) {
            return keys.isHost(request) ? Response.empty(403) : challenge();
        }
        return path.is("admin/host/status") ? status() : runs.answer(request, path);
    }

    private static Response status() {
        JsonObject status = new JsonObject();
        status.addProperty("id", "gatehouse");
        status.addProperty("state", "Running");
        status.addProperty("version", "4.0.0-local");
        return Response.json(200, status.toString());
    }

    private static Response challenge() {
        return Response.empty(401).with("WWW-Authenticate", "Bearer");
    }
}
