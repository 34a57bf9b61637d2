package dev.gatehouse.local.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A property, evaluated.
 *
 * @param place resource and path, as messages name it
 * @param value missing where there is no such property
 */
record Member(String place, JsonNode value) {

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

    boolean flag(boolean whereMissing) {
        return isMissing()
                ? whereMissing
                : expected(value.isBoolean(), "true or false").booleanValue();
    }

    /** Missing, or a list. */
    JsonNode list() {
        return expected(isMissing() || value.isArray(), "a list");
    }

    /** Missing, or an object. */
    JsonNode object() {
        return expected(isMissing() || value.isObject(), "an object");
    }

    /** Wants it to be missing or to have the one value that is imitated. */
    void only(String imitated) {
        if (!isMissing() && !value.asText().equals(imitated)) {
            throw fault("is " + value + ": on this machine it can be " + imitated + " only");
        }
    }

    DeploymentFault fault(String why) {
        return new DeploymentFault(place + ": " + why);
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
