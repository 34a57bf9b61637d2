package dev.gatehouse.local.demo;

import dev.gatehouse.local.journey.Layer;

/**
 * What a call should be answered.
 *
 * @param answer the status, or Entra's code
 * @param reason part of the layer's reason; empty for none
 */
record Expected(String answer, Layer layer, String reason) {

    static Expected served(int status) {
        return new Expected(String.valueOf(status), Layer.FUNCTION, "");
    }

    static Expected refused(int status, Layer layer, String reason) {
        return new Expected(String.valueOf(status), layer, reason);
    }

    static Expected noToken(String code) {
        return new Expected(code, Layer.ENTRA, code);
    }

    Row row(String call, Actual actual) {
        boolean ok = answer.equals(actual.answer())
                && layer == actual.layer()
                && (reason.isEmpty()
                        ? actual.reason().isEmpty()
                        : actual.reason().contains(reason));
        String shown = answer + " " + layer.title();
        return new Row(call, shown, actual.answer(), actual.layer().title(), actual.reason(), ok);
    }
}
