package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.Calls;
import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.policy.PolicyServices.Upstream;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.Recorded;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles documents of one's own against a small deployment, and runs calls through them. */
final class Documents {
    final MovableClock clock = new MovableClock(TestTenant.NOW);
    final List<Request> received = new ArrayList<>();
    final List<String> origins = new ArrayList<>();
    final List<TraceMessage> traces = new ArrayList<>();
    Sku sku = Sku.STANDARD;
    Optional<IOException> unreachable = Optional.empty();
    Trace trace;
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
                TestTenant.ID,
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
        PolicyServices surroundings =
                new PolicyServices(clock, TestTenant.tokens(clock), upstream).withIdentities(identities);
        NamedValues values = new NamedValues(names);
        Backend app = new Backend(URI.create("https://localhost:7071/api/"), Map.of("x-functions-key", "key"));
        return new PolicyCompiler(
                new PolicyEnvironment(sku, values, Map.of("app", app, "function-app", app), surroundings));
    }

    Pipeline global() {
        return compiler()
                .compile(
                        source("<inbound/><backend><forward-request/></backend><outbound/><on-error/>"),
                        DocumentScope.GLOBAL,
                        Optional.empty());
    }

    Pipeline below(Pipeline broader, String inbound, String outbound, String onError) {
        return compiler()
                .compile(
                        source("<inbound>" + inbound + "</inbound><backend><base/></backend><outbound>" + outbound
                                + "</outbound><on-error>" + onError + "</on-error>"),
                        DocumentScope.API,
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
        trace = Recorded.trace(recording);
        Optional<StepResult> end = trace.end().map(Step::finding);
        return new Result(
                response,
                end.map(StepResult::reason),
                end.map(finding -> "expected " + finding.expected() + "; actual " + finding.actual())
                        .orElse(""));
    }

    static PolicySource source(String sections) {
        return new PolicySource("test.xml", "<policies>" + sections + "</policies>");
    }
}
