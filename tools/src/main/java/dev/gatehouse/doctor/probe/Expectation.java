package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.answer.AnswerShape;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.probe.ProbeRow.Judged;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is to refuse a call, and how.
 *
 * @param layers any of which may, in their order
 * @param reason what the layer has to say; empty for anything
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
        return new TreeSet<>(statuses).stream().map(String::valueOf).collect(Collectors.joining(" or ")) + " by "
                + LayerNames.anyOf(layers);
    }

    /**
     * Holds an answer against it.
     *
     * @param hole what it means when the layer has let the call pass
     */
    Judged judge(Response response, ProbeEndpoint entrance, String hole) {
        AnswerShape shape = AnswerShape.of(response);
        String actual = LayerNames.answered(response.status(), shape);
        if (response.status() == 429) {
            return Judged.notTried(actual, "a pause: a rate limit was reached");
        }
        return shape.layer()
                .map(layer -> judge(new Answered(response.status(), layer, shape.reason(), actual), entrance, hole))
                .orElseGet(() -> unknown(response.status(), actual));
    }

    private record Answered(int status, Layer layer, String reason, String actual) {}

    private Judged judge(Answered answered, ProbeEndpoint entrance, String hole) {
        Layer last = layers.get(layers.size() - 1);
        if (answered.layer().compareTo(last) > 0) {
            return Judged.failed(
                    answered.actual(),
                    hole
                            + (answered.layer() == Layer.FUNCTION
                                    ? ": nobody refused the call"
                                    : ": only " + LayerNames.of(answered.layer()) + " refused the call"));
        }
        if (answered.status() >= 500) {
            return broke(answered.status(), answered.actual());
        }
        if (!layers.contains(answered.layer())) {
            return Judged.notTried(answered.actual(), needed(answered, entrance));
        }
        if (!reason.isEmpty() && !answered.reason().equals(reason)) {
            return Judged.failed(answered.actual(), hole + ": the call was refused for something else only");
        }
        return statuses.contains(answered.status()) && isAboutTheCall(answered)
                ? Judged.passed(answered.actual())
                : Judged.notTried(answered.actual(), needed(answered, entrance));
    }

    /** A gateway that misses a subscription's key has not looked at the token. */
    private boolean isAboutTheCall(Answered answered) {
        return !answered.reason().equals(AnswerShape.SUBSCRIPTION_KEY) || reason.equals(AnswerShape.SUBSCRIPTION_KEY);
    }

    private static String needed(Answered answered, ProbeEndpoint entrance) {
        boolean atTheKey = answered.layer() == Layer.HOST || answered.reason().equals(AnswerShape.SUBSCRIPTION_KEY);
        if (answered.status() == 404 && !answered.reason().equals("function-key")) {
            return "an address below which the contract's operations are: there is none at this one";
        }
        if (atTheKey) {
            Optional<String> key = entrance.key();
            return key.isPresent()
                    ? "a key that opens the " + entrance.door().title() + ", which the given one does not"
                    : entrance.door().keyOption();
        }
        return "a call that comes this far: " + LayerNames.of(answered.layer()) + " refused it for another reason";
    }

    private static Judged unknown(int status, String actual) {
        return status >= 500
                ? broke(status, actual)
                : Judged.notTried(
                        actual,
                        "an address without a firewall, proxy or redirect before it: none of the layers has answered");
    }

    private static Judged broke(int status, String actual) {
        return Judged.failed(actual, "a layer broke (" + status + ") where it should have refused: look at its log");
    }
}
