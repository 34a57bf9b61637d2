package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.Recorded;
import dev.gatehouse.local.gateway.Calls;
import dev.gatehouse.local.gateway.Tenant;
import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Journey;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Step;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles documents of one's own against a small deployment, and runs calls through them. */
final class Documents {
    final MovableClock clock = new MovableClock(Tenant.NOW);
    final List<Request> received = new ArrayList<>();
    final List<String> origins = new ArrayList<>();
    final List<Trace> traces = new ArrayList<>();
    Sku sku = Sku.STANDARD;
    Optional<IOException> unreachable = Optional.empty();
    Journey journey;
    ManagedIdentities identities = (resource, clientId) -> "token-of-" + clientId.orElse("system") + "-for-" + resource;

    PolicyCompiler compiler() {
        return compiler(Map.of(
                "known",
                "value",
                "nested",
                "{{known}}",
                "endless",
                "{{endless}}",
                "tenant",
                Tenant.ID,
                "expression",
                "@(true)"));
    }

    PolicyCompiler compiler(Map<String, String> names) {
        Upstream upstream = (request, origin) -> {
            if (unreachable.isPresent()) {
                throw unreachable.get();
            }
            received.add(request);
            origins.add(origin);
            return Response.json(200, "{}").with("X-Backend", "yes");
        };
        Surroundings surroundings = new Surroundings(clock, Tenant.tokens(clock), upstream).withIdentities(identities);
        NamedValues values = new NamedValues(names);
        Backend app = new Backend(URI.create("https://localhost:7071/api/"), Map.of("x-functions-key", "key"));
        return new PolicyCompiler(new Deployment(sku, values, Map.of("app", app, "function-app", app), surroundings));
    }

    Pipeline global() {
        return compiler()
                .compile(
                        source("<inbound/><backend><forward-request/></backend><outbound/><on-error/>"),
                        Scope.GLOBAL,
                        Optional.empty());
    }

    Pipeline below(Pipeline broader, String inbound, String outbound, String onError) {
        return compiler()
                .compile(
                        source("<inbound>" + inbound + "</inbound><backend><base/></backend><outbound>" + outbound
                                + "</outbound><on-error>" + onError + "</on-error>"),
                        Scope.API,
                        Optional.of(broader));
    }

    Pipeline inbound(String statements) {
        return below(global(), statements, "", "");
    }

    /**
     * What came of a call.
     *
     * @param reason of the step at which it ended; empty for a call that was served
     * @param detail what that step expected and found
     */
    record Result(Response response, Optional<String> reason, String detail) {}

    Result run(Pipeline pipeline, Request request) {
        Recording recording = Recorded.recording(request, clock);
        Response response = pipeline.run(Context.of(request, Calls.subscribed()), Optional.of(recording));
        traces.addAll(Recorded.traces(recording));
        journey = Recorded.journey(recording);
        Optional<Finding> end = journey.end().map(Step::finding);
        return new Result(
                response,
                end.map(Finding::reason),
                end.map(finding -> "expected " + finding.expected() + "; actual " + finding.actual())
                        .orElse(""));
    }

    static PolicySource source(String sections) {
        return new PolicySource("test.xml", "<policies>" + sections + "</policies>");
    }
}
