package dev.gatehouse.deployment;

import java.util.Map;

/**
 * What a function app is started with.
 *
 * @param settings its whole environment
 * @param keys host keys, by name
 */
public record FunctionAppSettings(Map<String, String> settings, Map<String, String> keys) {
    public FunctionAppSettings {
        settings = Map.copyOf(settings);
        keys = Map.copyOf(keys);
    }

    /** The names only: keys are secret, and settings may be. */
    @Override
    public String toString() {
        return "settings " + settings.keySet() + ", keys " + keys.keySet();
    }
}
