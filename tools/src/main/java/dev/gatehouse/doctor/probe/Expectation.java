package dev.gatehouse.doctor.probe;

import dev.gatehouse.calls.CallRow.Answer;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which layers must refuse a call, and how.
 *
 * @param layers any of them may refuse the call; in the order of the chain
 * @param reason the reason that the layer must give; empty for any reason
 */
record Expectation(List<Layer> layers, Set<Integer> statuses, String reason) {

    static Expectation of(Layer layer, Integer... statuses) {
        return new Expectation(List.of(layer), Set.of(statuses), "");
    }

    static Expectation anyOf(Layer... layers) {
        return new Expectation(List.of(layers), Set.of(401, 403), "");
    }

    Expectation saying(String word) {
        return new Expectation(layers, statuses, word);
    }

    String words() {
        return new TreeSet<>(statuses).stream().map(String::valueOf).collect(Collectors.joining(" or ")) + " "
                + layers.stream().map(Layer::title).collect(Collectors.joining(" or "));
    }

    /**
     * Compares a response with this expectation.
     *
     * @param hole the security hole to report when the layer let the call pass
     */
    Outcome judge(Response response, ProbeEndpoint entrance, String hole) {
        AnswerShape shape = AnswerShape.of(response);
        Answer actual = shape.answer(response.status());
        if (response.status() == 429) {
            return Outcome.notTried(actual, "a pause: a rate limit was reached (429)");
        }
        return shape.layer()
                .map(layer -> judge(new Answered(response.status(), layer, shape.reason(), actual), entrance, hole))
                .orElseGet(() -> unknown(response.status(), actual));
    }

    private record Answered(int status, Layer layer, String reason, Answer actual) {}

    private Outcome judge(Answered answered, ProbeEndpoint entrance, String hole) {
        Layer last = layers.get(layers.size() - 1);
        if (answered.layer().compareTo(last) > 0) {
            return Outcome.failed(
                    answered.actual(),
                    hole
                            + (answered.layer() == Layer.FUNCTION
                                    ? ": no layer refused the call"
                                    : ": only " + title(answered.layer()) + " refused the call"));
        }
        if (answered.status() >= 500) {
            return broke(answered.status(), answered.actual());
        }
        if (!layers.contains(answered.layer())) {
            return Outcome.notTried(answered.actual(), needed(answered, entrance));
        }
        if (!reason.isEmpty() && !answered.reason().equals(reason)) {
            return Outcome.failed(answered.actual(), hole + ": the call was refused, but only for another reason");
        }
        return statuses.contains(answered.status()) && isAboutTheCall(answered)
                ? Outcome.passed(answered.actual())
                : Outcome.notTried(answered.actual(), needed(answered, entrance));
    }

    /** A gateway that refuses a call for its subscription key has not checked the token. */
    private boolean isAboutTheCall(Answered answered) {
        return !answered.reason().equals(AnswerShape.SUBSCRIPTION_KEY) || reason.equals(AnswerShape.SUBSCRIPTION_KEY);
    }

    private static String needed(Answered answered, ProbeEndpoint entrance) {
        boolean atTheKey = answered.layer() == Layer.HOST || answered.reason().equals(AnswerShape.SUBSCRIPTION_KEY);
        if (answered.status() == 404 && !answered.reason().equals("function-key")) {
            return "the base URL of the contract's operations: no operation was found at this one";
        }
        if (atTheKey) {
            Optional<String> key = entrance.key();
            return key.isPresent()
                    ? "a valid key for the " + entrance.door().title() + ": the given key was refused"
                    : entrance.door().keyOption();
        }
        return "a call that reaches the layer: " + title(answered.layer()) + " refused it for another reason";
    }

    private static Outcome unknown(int status, Answer actual) {
        return status >= 500
                ? broke(status, actual)
                : Outcome.notTried(
                        actual,
                        "a URL without a firewall, proxy or redirect in front of it: the response is not from a known layer");
    }

    private static Outcome broke(int status, Answer actual) {
        return Outcome.failed(actual, "a layer failed (" + status + ") instead of refusing the call: see its log");
    }

    private static String title(Layer layer) {
        return layer == Layer.EASY_AUTH ? layer.title() : "the " + layer.title();
    }
}
