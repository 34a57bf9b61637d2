package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import java.net.URI;

/** Makes single calls of the demonstration and compares the responses with the expected ones. */
final class DemoCalls {
    static final String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";

    private final Chain chain;
    private final DemoCaller caller;

    DemoCalls(Chain chain) {
        this.chain = chain;
        this.caller = new DemoCaller(chain);
    }

    DemoRow gateway(String call, Request request, DemoTokenOutcome token, ExpectedAnswer expected) {
        return gateway(call, request, token, expected, "");
    }

    /** @param content text that the body must also contain */
    DemoRow gateway(String call, Request request, DemoTokenOutcome token, ExpectedAnswer expected, String content) {
        return row(call, chain.doors().gateway(), subscribed(request), token, expected, content);
    }

    /** @param request with the subscription key to send, or without one */
    DemoRow byKey(String call, Request request, DemoTokenOutcome token, ExpectedAnswer expected) {
        return row(call, chain.doors().gateway(), request, token, expected, "");
    }

    DemoRow gateway(String call, Request request, ExpectedAnswer expected) {
        return expected.row(call, actual(chain.doors().gateway(), subscribed(request), ""));
    }

    DemoRow functionApp(String call, Request request, DemoTokenOutcome token, ExpectedAnswer expected) {
        return functionApp(call, request, token, expected, "");
    }

    DemoRow functionApp(String call, Request request, DemoTokenOutcome token, ExpectedAnswer expected, String content) {
        return row(call, chain.doors().functionApp(), request, token, expected, content);
    }

    DemoRow functionApp(String call, Request request, ExpectedAnswer expected) {
        return expected.row(call, actual(chain.doors().functionApp(), request, ""));
    }

    DemoRow host(String call, Request request, DemoTokenOutcome token, ExpectedAnswer expected) {
        return row(call, chain.doors().host(), request, token, expected, "");
    }

    Request withKey(Request request) {
        return request.with("x-functions-key", chain.keys().function());
    }

    private Request subscribed(Request request) {
        return request.with(SUBSCRIPTION_KEY, chain.keys().subscription());
    }

    private DemoRow row(
            String call, URI door, Request request, DemoTokenOutcome token, ExpectedAnswer expected, String content) {
        if (token instanceof DemoTokenOutcome.Refused refused) {
            return expected.row(call, new Actual(refused.code(), Layer.ENTRA, refused.code()));
        }
        String bearer = "Bearer " + ((DemoTokenOutcome.Issued) token).token();
        return expected.row(call, actual(door, request.with("Authorization", bearer), content));
    }

    private Actual actual(URI door, Request request, String content) {
        DemoCaller.Answered answered = caller.call(door, request);
        String answer = String.valueOf(answered.response().status());
        if (answered.layer() == Layer.FUNCTION
                && !answered.response().bodyText().contains(content)) {
            return new Actual(answer, Layer.FUNCTION, "missing in the body: " + content);
        }
        return new Actual(answer, answered.layer(), answered.reason());
    }
}
