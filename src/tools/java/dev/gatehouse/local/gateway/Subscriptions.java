package dev.gatehouse.local.gateway;

import java.util.Map;

/**
 * The subscriptions to an API.
 *
 * @param required whether a call needs one
 * @param keys each subscription's key by its id
 * @param names where a call carries a key
 */
public record Subscriptions(boolean required, Map<String, String> keys, KeyNames names) {

    /** The names of a header and of a query parameter. */
    public record KeyNames(String header, String query) {
        /** Those of an API that names no others. */
        public static final KeyNames USUAL = new KeyNames("Ocp-Apim-Subscription-Key", "subscription-key");
    }

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
