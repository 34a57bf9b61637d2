package dev.gatehouse.chain.demo;

import dev.gatehouse.chain.trace.Layer;

/**
 * The expected result of a call.
 *
 * @param answer the status, or Entra's code
 * @param reason part of the layer's reason; empty when the call is served
 */
record ExpectedAnswer(String answer, Layer layer, String reason) {

    static ExpectedAnswer served(int status) {
        return new ExpectedAnswer(String.valueOf(status), Layer.FUNCTION, "");
    }

    static ExpectedAnswer refused(int status, Layer layer, String reason) {
        return new ExpectedAnswer(String.valueOf(status), layer, reason);
    }

    static ExpectedAnswer noToken(String code) {
        return new ExpectedAnswer(code, Layer.ENTRA, code);
    }

    DemoRow row(String call, Actual actual) {
        boolean ok = answer.equals(actual.answer())
                && layer == actual.layer()
                && (reason.isEmpty()
                        ? actual.reason().isEmpty()
                        : actual.reason().contains(reason));
        String shown = answer + " " + layer.title();
        return new DemoRow(call, shown, actual.answer(), actual.layer().title(), actual.reason(), ok);
    }
}
