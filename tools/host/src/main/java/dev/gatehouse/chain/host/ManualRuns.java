package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /admin/functions/NAME}: runs a function that is not an HTTP function. Responds 202 whatever the result, like the real host. */
record ManualRuns(KeyCheck keys, StagedApp app, Invoker invoker) {
    private static final String PATH = "admin/functions";

    /** The response, when the path is one of these. */
    Optional<Response> answer(Request request, RequestPath path) {
        if (!path.isBelow(PATH)) {
            return Optional.empty();
        }
        if (!keys.isMaster(request)) {
            return Optional.of(
                    keys.isHost(request)
                            ? Response.empty(403)
                            : Response.empty(401).with("WWW-Authenticate", "Bearer"));
        }
        String name =
                String.join("/", path.segments().subList(2, path.segments().size()));
        Optional<OtherFunction> other = app.others().stream()
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
        other.ifPresent(function -> invoker.invoke(function, request));
        boolean isKnown = other.isPresent()
                || app.functions().stream().anyMatch(function -> function.name().equalsIgnoreCase(name));
        boolean isRun = request.method().toUpperCase(Locale.ROOT).equals("POST");
        return Optional.of(Response.empty(isKnown && isRun ? 202 : 404));
    }
}
