package dev.gatehouse.doctor.call;

import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.explain.Explainer;
import dev.gatehouse.doctor.explain.PasteExplanation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call, from the token request to the response.
 *
 * @param refusal by Entra; then no call was made
 * @param answer empty when no token was issued
 */
public record CallReport(Asked asked, Optional<EntraRefusal> refusal, Optional<Answer> answer) {

    /** @param client describes the client that requests the token */
    public record Asked(String client, String scope, String method, URI address) {}

    /**
     * @param ids to find the call in logs: header names and their values
     * @param token what is wrong with the token that was sent, as far as the token alone shows it; empty if the call was served
     */
    public record Answer(
            int status, Meaning meaning, Map<String, String> ids, Optional<PasteExplanation.Answer> token) {
        public Answer {
            ids = Map.copyOf(ids);
        }

        static Answer of(Request sent, Response response) {
            Map<String, String> ids = new LinkedHashMap<>();
            sent.headers().first("traceparent").ifPresent(id -> ids.put("traceparent", id));
            for (String name : new String[] {"x-ms-request-id", "Request-Id", "Request-Context", "x-azure-ref"}) {
                response.headers().first(name).ifPresent(id -> ids.put(name, id));
            }
            return new Answer(response.status(), Meaning.of(response), ids, token(sent, response));
        }

        private static Optional<PasteExplanation.Answer> token(Request sent, Response response) {
            boolean refused = response.status() == 401 || response.status() == 403;
            return sent.headers()
                    .first("Authorization")
                    .filter(header -> refused)
                    .flatMap(header -> new Explainer().of(header).fault());
        }
    }

    /** Whether the operation was served. */
    public boolean served() {
        return answer.filter(got -> got.status() < 400).isPresent();
    }

    /**
     * What a response means for the client that received it.
     *
     * @param layer that answered, recognised by the format of the response; empty when it is not the format of any layer
     * @param says the explanation
     * @param fix what to do; empty when no action is needed
     */
    public record Meaning(Optional<Layer> layer, String says, String fix) {
        private static final String TOKEN =
                "run ./gatehouse doctor token to see which rule: issuer, audience, version, time, client";

        static Meaning of(Response response) {
            AnswerShape shape = AnswerShape.of(response);
            int status = response.status();
            if (shape.layer().isEmpty()) {
                return new Meaning(
                        shape.layer(),
                        "the response does not have the format of any layer",
                        "something in front of them answered: a firewall, a proxy, a redirect, or a platform that is down");
            }
            return switch (shape.layer().get()) {
                case GATEWAY -> gateway(status, shape);
                case EASY_AUTH ->
                    status == 403
                            ? by(
                                    Layer.EASY_AUTH,
                                    "the token is valid, but its client or identity is not allowed",
                                    "add its client id to allowedApplications, its object id to allowedPrincipals")
                            : by(Layer.EASY_AUTH, "the token is missing or not valid for this app", TOKEN);
                case HOST -> host(status);
                case GUARD, FUNCTION -> app(status, shape);
                case ENTRA -> throw new IllegalStateException("Entra does not answer for the API");
            };
        }

        /** All with an empty body; only the status tells them apart. */
        private static Meaning host(int status) {
            return switch (status) {
                case 401 ->
                    by(
                            Layer.HOST,
                            "the function key is missing or wrong",
                            "call through the gateway, which adds the key; if you did, the backend key configured at the gateway is wrong");
                case 404 ->
                    by(
                            Layer.HOST,
                            "the host has no function for this path and method",
                            "compare path, method and routePrefix with the function's route; a function that is not staged answers 404 too");
                case 500 ->
                    by(
                            Layer.HOST,
                            "the function failed: it threw an exception, returned what cannot be sent, or could not be loaded or bound",
                            "read the function's log at the time of the call: the exception is there, never in the response");
                case 503 ->
                    by(
                            Layer.HOST,
                            "the function host is not running",
                            "read the host's log: a broken host.json, a missing extension bundle or storage keep it from starting");
                default ->
                    by(
                            Layer.HOST,
                            "the host answered " + status + " without a body",
                            "read the host's log at the time of the call");
            };
        }

        private static Meaning gateway(int status, AnswerShape shape) {
            if (shape.reason().equals(AnswerShape.SUBSCRIPTION_KEY)) {
                return by(
                        Layer.GATEWAY,
                        "the subscription key is missing or wrong",
                        "pass a subscription key for the API or its product with --subscription-key-env NAME");
            }
            return switch (status) {
                case 401 -> by(Layer.GATEWAY, "the gateway's policy does not accept the token, or its client", TOKEN);
                case 403 ->
                    by(
                            Layer.GATEWAY,
                            "the token is valid, but has no role or scope for this operation",
                            "assign the client one of the operation's roles; a new role takes effect with the next"
                                    + " token, which for a managed identity can take up to 24 hours");
                case 404 -> by(Layer.GATEWAY, "operation not found at the gateway", "check URL, path and method");
                case 429 -> by(Layer.GATEWAY, "too many calls", "wait for the time in Retry-After");
                default ->
                    by(
                            Layer.GATEWAY,
                            "the gateway or its backend failed",
                            "see the policy's error in Application Insights, or a trace of the call");
            };
        }

        private static Meaning app(int status, AnswerShape shape) {
            Layer layer = shape.layer().orElseThrow();
            if (status < 400) {
                return by(layer, "served", "");
            }
            String says = layer == Layer.GUARD
                    ? "the guard refused the call: "
                    : "the call was accepted; the function answered: ";
            return by(layer, says + shape.reason(), "docs/troubleshooting.md#" + shape.reason());
        }

        private static Meaning by(Layer layer, String says, String fix) {
            return new Meaning(Optional.of(layer), says, fix);
        }
    }
}
