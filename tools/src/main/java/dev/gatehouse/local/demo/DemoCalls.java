package dev.gatehouse.local.demo;

import dev.gatehouse.local.chain.Chain;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.journey.Layer;
import java.net.URI;

/** Makes single calls of the demonstration and holds the answers against what is expected. */
final class DemoCalls {
    static final String SUBSCRIPTION_KEY = "Ocp-Apim-Subscription-Key";

    private final Chain chain;
    private final Caller caller;

    DemoCalls(Chain chain) {
        this.chain = chain;
        this.caller = new Caller(chain);
    }

    Row gateway(String call, Request request, TokenOutcome token, Expected expected) {
        return gateway(call, request, token, expected, "");
    }

    /** @param content what the body must contain beside */
    Row gateway(String call, Request request, TokenOutcome token, Expected expected, String content) {
        return row(call, chain.doors().gateway(), subscribed(request), token, expected, content);
    }

    /** @param request with the subscription key that it is to have, or with none */
    Row byKey(String call, Request request, TokenOutcome token, Expected expected) {
        return row(call, chain.doors().gateway(), request, token, expected, "");
    }

    Row gateway(String call, Request request, Expected expected) {
        return expected.row(call, actual(chain.doors().gateway(), subscribed(request), ""));
    }

    Row functionApp(String call, Request request, TokenOutcome token, Expected expected) {
        return functionApp(call, request, token, expected, "");
    }

    Row functionApp(String call, Request request, TokenOutcome token, Expected expected, String content) {
        return row(call, chain.doors().functionApp(), request, token, expected, content);
    }

    Row functionApp(String call, Request request, Expected expected) {
        return expected.row(call, actual(chain.doors().functionApp(), request, ""));
    }

    Row host(String call, Request request, TokenOutcome token, Expected expected) {
        return row(call, chain.doors().host(), request, token, expected, "");
    }

    Request withKey(Request request) {
        return request.with("x-functions-key", chain.keys().function());
    }

    private Request subscribed(Request request) {
        return request.with(SUBSCRIPTION_KEY, chain.keys().subscription());
    }

    private Row row(String call, URI door, Request request, TokenOutcome token, Expected expected, String content) {
        if (token instanceof TokenOutcome.Refused refused) {
            return expected.row(call, new Actual(refused.code(), Layer.ENTRA, refused.code()));
        }
        String bearer = "Bearer " + ((TokenOutcome.Issued) token).token();
        return expected.row(call, actual(door, request.with("Authorization", bearer), content));
    }

    private Actual actual(URI door, Request request, String content) {
        Caller.Answered answered = caller.call(door, request);
        String answer = String.valueOf(answered.response().status());
        if (answered.layer() == Layer.FUNCTION
                && !answered.response().bodyText().contains(content)) {
            return new Actual(answer, Layer.FUNCTION, "the body lacks " + content);
        }
        return new Actual(answer, answered.layer(), answered.reason());
    }
}
