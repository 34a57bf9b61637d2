package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.Reason;

/** What to do when a layer refuses this token. */
record Remedies(TokenAge age) {
    static final String ASK_FOR_KEYS = "Give --online to fetch the issuer's keys. Until then the token is unverified.";

    /** Looked up by the cause first, then by the layer's own name; empty if no fix is known. */
    String of(Layer layer, CheckId check) {
        return Fixes.of(layer, check.reason().map(Reason::code).orElse(check.code()))
                .map(this::text)
                .orElse("");
    }

    private String text(Fix fix) {
        return fix.needsNewToken() ? fix.text() + " " + age.untilItShows() : fix.text();
    }
}
