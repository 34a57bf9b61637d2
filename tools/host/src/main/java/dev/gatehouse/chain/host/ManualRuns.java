package dev.gatehouse.chain.host;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /admin/functions}, for the master key: the names of the functions, and {@code POST /admin/functions/NAME}, which runs a
 * function that is not an HTTP function and responds 202 whatever the result, like the real host.
 */
record ManualRuns(LoadedApp app, Invoker invoker) {
    private static final String PATH = "admin/functions";

    /** The response to a request of the master key's holder below /admin. */
    Response answer(Request request, RequestPath path) {
        if (path.is(PATH)) {
            return Response.json(200, names().toString());
        }
        if (!path.isBelow(PATH) || !request.method().toUpperCase(Locale.ROOT).equals("POST")) {
            return Response.empty(404);
        }
        Optional<LoadedFunction> named = app.named(
                String.join("/", path.segments().subList(2, path.segments().size())));
        named.filter(function -> function.staged().http().isEmpty())
                .ifPresent(function -> invoker.runOnce(function, request));
        return Response.empty(named.isPresent() ? 202 : 404);
    }

    private JsonArray names() {
        JsonArray names = new JsonArray();
        app.functions().forEach(function -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", function.name());
            names.add(entry);
        });
        return names;
    }
}
