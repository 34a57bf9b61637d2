package dev.gatehouse.local.host;

import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.Optional;

/** The host's order of things: malformed paths, its own pages, routes, keys, and only then the function. */
final class HostHandler implements Handler {
    private final BuiltInPages pages;
    private final Router router;
    private final Invoker invoker;
    private final HostLog log;

    HostHandler(BuiltInPages pages, Router router, Invoker invoker, HostLog log) {
        this.pages = pages;
        this.router = router;
        this.invoker = invoker;
        this.log = log;
    }

    @Override
    public Response handle(Request request) {
        return answer(request).with("Server", "Kestrel");
    }

    private Response answer(Request request) {
        if (RequestPath.isMalformed(request.path())) {
            log.host("400, the path holds a NUL or a raw byte above 127");
            return Response.empty(400).with("Connection", "close");
        }
        RequestPath path = RequestPath.parse(request.path());
        return pages.answer(request, path).orElseGet(() -> function(request, path));
    }

    private Response function(Request request, RequestPath path) {
        Optional<Router.Route> route = router.find(request.method(), path);
        if (route.isEmpty()) {
            log.host("404, no function has " + request);
            return Response.empty(404);
        }
        StagedFunction function = route.get().function();
        Optional<String> refusal = pages.keys().refusal(function, request);
        if (refusal.isPresent()) {
            log.refused(function.name(), "401, " + refusal.get());
            return Response.empty(401);
        }
        return invoker.invoke(route.get(), request);
    }
}
