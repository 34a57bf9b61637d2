package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.deployment.arm.UndecidedNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A value that is evaluated.
 *
 * @param value missing where there is none
 */
record EvaluatedValue(Location place, JsonNode value) {

    /** @throws DeploymentFault when it, or a part of it, is not known on this machine */
    static EvaluatedValue of(ResourceValue found) {
        found.unknown().ifPresent(expression -> {
            throw found.place()
                    .fault(
                            found.node() instanceof UndecidedNode undecided
                                    ? undecided.why()
                                    : expression + " has no value on this machine");
        });
        return new EvaluatedValue(found.place(), found.node());
    }

    Optional<String> text() {
        return isMissing()
                ? Optional.empty()
                : Optional.of(expected(value.isTextual(), "a text").asText());
    }

    Optional<Integer> number() {
        return isMissing()
                ? Optional.empty()
                : Optional.of(expected(value.isInt(), "a whole number").intValue());
    }

    /** Written as seconds since 1970. */
    Optional<Instant> instant() {
        return isMissing()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(expected(value.isInt() || value.isLong(), "a time in seconds")
                        .longValue()));
    }

    boolean flag(boolean whereMissing) {
        return isMissing()
                ? whereMissing
                : expected(value.isBoolean(), "true or false").booleanValue();
    }

    /** The elements of a list; none where it is missing. */
    List<EvaluatedValue> elements() {
        expected(isMissing() || value.isArray(), "a list");
        return new ResourceValue(place, value)
                .elements().stream().map(EvaluatedValue::of).toList();
    }

    /** Missing, or an object. */
    JsonNode object() {
        return expected(isMissing() || value.isObject(), "an object");
    }

    /** Requires it to be missing or to have the one value that is supported. */
    void only(String imitated) {
        if (!isMissing() && !value.asText().equals(imitated)) {
            throw fault("is " + value + ": on this machine it must be " + imitated);
        }
    }

    /** Requires it to have the one value that is supported, as a missing one means another. */
    void exactly(String imitated) {
        if (isMissing()) {
            throw fault("is missing: on this machine it must be " + imitated);
        }
        only(imitated);
    }

    DeploymentFault fault(String why) {
        return place.fault(why);
    }

    private boolean isMissing() {
        return value.isMissingNode() || value.isNull();
    }

    private JsonNode expected(boolean is, String what) {
        if (!is) {
            throw fault("is not " + what);
        }
        return value;
    }
}
