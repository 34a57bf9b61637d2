package dev.gatehouse.chain.host;

import dev.gatehouse.chain.host.HostDecision.Difference;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Optional;

/** The host's checks in order: malformed paths, its own pages, routes, keys, and then the function. */
final class HostHandler implements Handler {
    private static final String KEY = "function-key";
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final BuiltInPages pages;
    private final Router router;
    private final Calling calling;
    private final HostLog log;

    HostHandler(BuiltInPages pages, Router router, Calling calling, HostLog log) {
        this.pages = pages;
        this.router = router;
        this.calling = calling;
        this.log = log;
    }

    /** How a function is called once its key was accepted. */
    @FunctionalInterface
    interface Calling {
        Response call(Router.Route route, Request request);
    }

    @Override
    public Response handle(Request request) {
        long begun = System.nanoTime();
        HostDecision decided = decide(request);
        log.decided(decided.line(request, (System.nanoTime() - begun) / NANOS_PER_MILLI));
        return decided.response().with("Server", "Kestrel");
    }

    private HostDecision decide(Request request) {
        if (RequestPath.isMalformed(request.path())) {
            return new HostDecision(
                    Response.empty(400).with("Connection", "close"),
                    "path",
                    "",
                    new Difference("a path without NUL and without raw bytes above 127", "a path with one of them"));
        }
        if (!HeaderText.isValid(request.headers())) {
            return new HostDecision(
                    Response.empty(400).with("Connection", "close"),
                    "path",
                    "",
                    new Difference("headers in UTF-8", "a header that is not"));
        }
        RequestPath path = RequestPath.parse(request.path());
        return pages.answer(request, path)
                .map(page -> HostDecision.passed(page, "own-page", ""))
                .orElseGet(() -> function(request, path));
    }

    private HostDecision function(Request request, RequestPath path) {
        Optional<Router.Route> route = router.find(request.method(), path);
        if (route.isEmpty()) {
            return new HostDecision(
                    Response.empty(404),
                    "route",
                    "",
                    new Difference("the method and path of a function", request.toString()));
        }
        StagedFunction function = route.get().function().staged();
        AuthLevel level = function.http().map(TriggerBinding::level).orElse(AuthLevel.ADMIN);
        return pages.keys()
                .refusal(function.name(), level, request)
                .map(difference -> new HostDecision(Response.empty(401), KEY, function.name(), difference))
                .orElseGet(() -> HostDecision.passed(calling.call(route.get(), request), KEY, function.name()));
    }
}
