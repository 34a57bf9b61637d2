package dev.gatehouse.chain.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The HTTP trigger of a function, from its function.json.
 *
 * @param methods upper case; empty for every method
 */
record TriggerBinding(RouteTemplate route, Set<String> methods, AuthLevel level) {

    static TriggerBinding parse(JsonObject binding, String function, String prefix) {
        String route = text(binding, "route", function);
        Set<String> methods = binding.has("methods")
                ? StreamSupport.stream(binding.getAsJsonArray("methods").spliterator(), false)
                        .map(JsonElement::getAsString)
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
        String level = text(binding, "authLevel", "FUNCTION"); // the host's default
        return new TriggerBinding(
                RouteTemplate.parse(prefix, route), methods, AuthLevel.valueOf(level.toUpperCase(Locale.ROOT)));
    }

    boolean accepts(String method) {
        return methods.isEmpty() || methods.contains(method.toUpperCase(Locale.ROOT));
    }

    boolean sharesAMethodWith(TriggerBinding other) {
        return methods.isEmpty() || other.methods.isEmpty() || methods.stream().anyMatch(other.methods::contains);
    }

    private static String text(JsonObject binding, String name, String otherwise) {
        String value = binding.has(name) ? binding.get(name).getAsString() : "";
        return value.isEmpty() ? otherwise : value;
    }
}
