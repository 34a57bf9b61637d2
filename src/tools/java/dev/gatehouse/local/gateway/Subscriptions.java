package dev.gatehouse.local.gateway;

import java.util.Map;

/**
 * The subscriptions to an API.
 *
 * @param required whether a call needs one
 * @param keys each subscription's key by its id
 */
public record Subscriptions(boolean required, Map<String, String> keys) {

    public Subscriptions {
        keys = Map.copyOf(keys);
        if (keys.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a subscription's key is blank");
        }
    }

    /** The ids only: keys are secret. */
    @Override
    public String toString() {
        return (required ? "required: " : "optional: ") + keys.keySet();
    }
}
