package dev.gatehouse.bench.load;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import java.net.URI;

/**
 * One call that clients repeat.
 *
 * @param reason of the expected refusal; empty for a call that is served
 */
record LoadCall(URI door, Request request, int status, Layer layer, String reason) {

    static LoadCall served(URI door, Request request) {
        return new LoadCall(door, request, 200, Layer.FUNCTION, "");
    }

    static LoadCall refused(URI door, Request request, int status, Layer layer, String reason) {
        return new LoadCall(door, request, status, layer, reason);
    }

    /** Empty if the response is as expected, otherwise the difference. */
    String difference(DemoCaller.Answered answered) {
        String actual = answered.reason();
        boolean asExpected = answered.response().status() == status
                && answered.layer() == layer
                && actual.contains(reason)
                && reason.isEmpty() == actual.isEmpty();
        return asExpected
                ? ""
                : "expected " + status + " " + layer.title() + " " + reason + ", actual "
                        + answered.response().status() + " " + answered.layer().title() + " " + actual;
    }
}
