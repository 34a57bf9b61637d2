package dev.gatehouse.doctor.call;

import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import java.util.Optional;

/**
 * What an answer says to the client that got it.
 *
 * @param layer that answered, by the answer's form; empty when it is none of the layers' forms
 * @param says what it means
 * @param fix what to do; empty when nothing is
 */
public record Meaning(Optional<Layer> layer, String says, String fix) {
    private static final String TOKEN =
            "./gatehouse doctor token shows which rule: issuer, audience, version, time, client";

    static Meaning of(Response response) {
        AnswerShape shape = AnswerShape.of(response);
        int status = response.status();
        if (shape.layer().isEmpty()) {
            return new Meaning(
                    shape.layer(),
                    "the answer has the form of none of the layers",
                    "something before them has answered: a firewall, a proxy, a redirect, a platform that is down");
        }
        return switch (shape.layer().get()) {
            case GATEWAY -> gateway(status, shape);
            case EASY_AUTH ->
                status == 403
                        ? by(
                                Layer.EASY_AUTH,
                                "the token is good, but its client or identity is not allowed",
                                "add its client id to allowedApplications, its object id to allowedPrincipals")
                        : by(Layer.EASY_AUTH, "the token is missing or not good for this app", TOKEN);
            case HOST ->
                status == 401
                        ? by(
                                Layer.HOST,
                                "the call came without a key that opens the function",
                                "call through the gateway, which has one; at the gateway: its backend's key is wrong")
                        : by(Layer.HOST, "the host knows no such function", "check path and method");
            case GUARD, FUNCTION -> app(status, shape);
            case ENTRA -> throw new IllegalStateException("Entra does not answer for the API");
        };
    }

    private static Meaning gateway(int status, AnswerShape shape) {
        if (shape.reason().equals(AnswerShape.SUBSCRIPTION_KEY)) {
            return by(
                    Layer.GATEWAY,
                    "the subscription key is missing or wrong",
                    "give a key of a subscription to the API or its product with --subscription-key-env NAME");
        }
        return switch (status) {
            case 401 -> by(Layer.GATEWAY, "the gateway's policy does not accept the token, or its client", TOKEN);
            case 403 ->
                by(
                        Layer.GATEWAY,
                        "the token is good, but has no role or scope for this operation",
                        "assign the client one of the operation's roles; roles given a moment ago come with the next"
                                + " token, up to 24 hours later for a managed identity");
            case 404 -> by(Layer.GATEWAY, "the gateway knows no such operation", "check address, path and method");
            case 429 -> by(Layer.GATEWAY, "too many calls", "wait for the time in Retry-After");
            default ->
                by(
                        Layer.GATEWAY,
                        "the gateway failed by itself or at its backend",
                        "see the policy's error in Application Insights, or a trace of the call");
        };
    }

    private static Meaning app(int status, AnswerShape shape) {
        Layer layer = shape.layer().orElseThrow();
        if (status < 400) {
            return by(layer, "served", "");
        }
        String says = layer == Layer.GUARD ? "the guard refused: " : "let in; the function answered: ";
        return by(layer, says + shape.reason(), "docs/troubleshooting.md#" + shape.reason());
    }

    private static Meaning by(Layer layer, String says, String fix) {
        return new Meaning(Optional.of(layer), says, fix);
    }
}
