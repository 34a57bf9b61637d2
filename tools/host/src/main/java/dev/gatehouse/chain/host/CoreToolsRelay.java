package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import dev.gatehouse.chain.host.HostDecision.Difference;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Stands before func, which prints nothing about the calls that it refuses: passes every request on unchanged, and derives from the
 * answer whose it is. A refusal of the host has no body and no challenge.
 */
final class CoreToolsRelay implements Handler {
    private static final String KEY = "function-key";
    /** Azure's own limit of a response over HTTP. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(230);

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Forwarder forwarder;
    private final String func;
    private final List<StagedFunction> functions;
    private final KeyCheck keys;
    private final CoreToolsLog log;

    private CoreToolsRelay(String func, StagedApp app, HostKeys keys, CoreToolsLog log) {
        this.forwarder = new Forwarder(tls(), ANSWER_WITHIN);
        this.func = func;
        this.functions = app.functions();
        this.keys = new KeyCheck(keys);
        this.log = log;
    }

    /** A running relay. */
    record Running(LoopbackServer server, CoreToolsLog log) {
        int port() {
            return server.port();
        }

        void close() {
            server.close();
            log.close();
        }
    }

    /** @param port of func */
    static Running start(int port, StagedApp app, HostKeys keys, CoreToolsLog log) {
        Handler relay = new CoreToolsRelay("http://127.0.0.1:" + port, app, keys, log);
        return new Running(
                LoopbackServer.start("func relay", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, relay), log);
    }

    @Override
    public Response handle(Request request) {
        long begun = System.nanoTime();
        Response response;
        try {
            response = forwarder.forward(request, func);
        } catch (IOException unreachable) {
            response = Response.empty(502);
        }
        HostDecision decided = decision(request, response);
        JsonObject line = decided.line(request, (System.nanoTime() - begun) / NANOS_PER_MILLI);
        boolean mayReachTheGuard =
                !decided.function().isEmpty() && decided.difference().equals(Difference.NONE);
        log.decided(
                line,
                mayReachTheGuard && line.has("traceId")
                        ? Optional.of(line.get("traceId").getAsString())
                        : Optional.empty());
        return response;
    }

    private HostDecision decision(Request request, Response response) {
        if (RequestPath.isMalformed(request.path())) {
            return HostDecision.passed(response, "path", "");
        }
        Optional<StagedFunction> function = called(request);
        String name = function.map(StagedFunction::name).orElse("");
        if (isOfTheHost(response) && response.status() == 404 && function.isEmpty()) {
            Difference noRoute = new Difference("the method and path of a function", request.toString());
            return new HostDecision(response, "route", "", noRoute);
        }
        return function.filter(called -> isOfTheHost(response) && response.status() == 401)
                .flatMap(called -> keys.refusal(called.name(), level(called), request))
                .map(difference -> new HostDecision(response, KEY, name, difference))
                .orElseGet(() -> HostDecision.passed(response, name.isEmpty() ? "own-page" : KEY, name));
    }

    private static boolean isOfTheHost(Response response) {
        return response.body().length == 0 && !response.headers().has("WWW-Authenticate");
    }

    private Optional<StagedFunction> called(Request request) {
        List<String> path = RequestPath.parse(request.path()).segments();
        return functions.stream()
                .filter(function -> function.http()
                        .filter(trigger -> trigger.accepts(request.method())
                                && trigger.route().match(path).isPresent())
                        .isPresent())
                .findFirst();
    }

    private static AuthLevel level(StagedFunction function) {
        return function.http().map(TriggerBinding::level).orElse(AuthLevel.ADMIN);
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException incomplete) {
            throw new IllegalStateException("this JDK has no TLS", incomplete);
        }
    }
}
