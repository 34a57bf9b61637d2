package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The configuration that the parent sends to the child, as one line on its standard input.
 *
 * @param port 0 for any free port
 */
record ChildConfig(Path staging, int port, HostKeys keys) {

    static ChildConfig parse(String line) {
        JsonObject orders = JsonParser.parseString(line).getAsJsonObject();
        JsonObject keys = orders.getAsJsonObject("keys");
        JsonObject functions = orders.has("functionKeys") ? orders.getAsJsonObject("functionKeys") : new JsonObject();
        Map<String, Map<String, String>> functionKeys = functions.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> texts(entry.getValue().getAsJsonObject())));
        return new ChildConfig(
                Path.of(orders.get("staging").getAsString()),
                orders.get("port").getAsInt(),
                new HostKeys(keys.get("master").getAsString(), texts(keys.getAsJsonObject("host")), functionKeys));
    }

    String toLine() {
        JsonObject held = new JsonObject();
        held.add("host", object(keys.host()));
        held.addProperty("master", keys.master());
        JsonObject functions = new JsonObject();
        keys.functions().forEach((function, named) -> functions.add(function, object(named)));
        JsonObject orders = new JsonObject();
        orders.addProperty("staging", staging.toString());
        orders.addProperty("port", port);
        orders.add("keys", held);
        orders.add("functionKeys", functions);
        return orders.toString();
    }

    private static Map<String, String> texts(JsonObject object) {
        return object.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .getAsString()));
    }

    private static JsonObject object(Map<String, String> texts) {
        JsonObject object = new JsonObject();
        texts.forEach(object::addProperty);
        return object;
    }
}
