package dev.gatehouse.chain.host;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One function of the staged app, as its function.json describes it.
 *
 * @param script the jar; it may be missing
 * @param http its HTTP trigger, if it has one that this host can read
 * @param absence why the real host, or this one, does not have the function at all (404); empty for a function that it has
 */
record StagedFunction(
        String name,
        Path script,
        String entryPoint,
        List<Binding> bindings,
        Optional<TriggerBinding> http,
        Optional<String> absence) {

    /** A binding of function.json. */
    record Binding(String name, String type, boolean isOutput) {
        boolean isTrigger() {
            return type.toLowerCase(Locale.ROOT).endsWith("trigger");
        }
    }

    StagedFunction {
        bindings = List.copyOf(bindings);
    }

    /** @throws IllegalArgumentException when its name would make the worker lose the app's libraries */
    static StagedFunction read(Path folder, String prefix) {
        String name = folder.getFileName().toString();
        if (name.endsWith("lib")) { // the worker would use this folder as the app's libraries
            throw new IllegalArgumentException("a function's name must not end in lib: " + name);
        }
        try {
            Path file = folder.resolve("function.json");
            return parse(folder, JsonParser.parseString(Files.readString(file)).getAsJsonObject(), prefix);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JsonParseException | IllegalStateException | ClassCastException malformed) {
            return absent(folder, "its function.json is malformed");
        }
    }

    private static StagedFunction parse(Path folder, JsonObject json, String prefix) {
        String name = folder.getFileName().toString();
        if (!json.has("scriptFile") || !json.has("entryPoint") || !json.has("bindings")) {
            return absent(folder, "its function.json has no scriptFile, entryPoint or bindings");
        }
        Path script = folder.resolve(json.get("scriptFile").getAsString()).normalize();
        String entryPoint = json.get("entryPoint").getAsString();
        List<Binding> bindings = bindings(json.getAsJsonArray("bindings"));
        try {
            Optional<TriggerBinding> http = httpTrigger(json).map(any -> TriggerBinding.parse(any, name, prefix));
            Optional<String> absence = Files.isRegularFile(script)
                    ? Optional.empty()
                    : Optional.of("its scriptFile does not exist: "
                            + json.get("scriptFile").getAsString());
            return new StagedFunction(name, script, entryPoint, bindings, http, absence);
        } catch (IllegalArgumentException unreadable) {
            String why = String.valueOf(unreadable.getMessage());
            return new StagedFunction(name, script, entryPoint, bindings, Optional.empty(), Optional.of(why));
        }
    }

    private static StagedFunction absent(Path folder, String why) {
        return new StagedFunction(
                folder.getFileName().toString(), folder, "", List.of(), Optional.empty(), Optional.of(why));
    }

    private static List<Binding> bindings(JsonArray bindings) {
        return StreamSupport.stream(bindings.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(binding -> new Binding(
                        text(binding, "name"),
                        text(binding, "type"),
                        text(binding, "direction").equalsIgnoreCase("out")))
                .toList();
    }

    private static String text(JsonObject binding, String name) {
        return binding.has(name) ? binding.get(name).getAsString() : "";
    }

    private static Optional<JsonObject> httpTrigger(JsonObject function) {
        return StreamSupport.stream(function.getAsJsonArray("bindings").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(any -> text(any, "type").equalsIgnoreCase("httpTrigger"))
                .findFirst();
    }

    Optional<Binding> binding(String name) {
        return bindings.stream().filter(binding -> binding.name().equals(name)).findFirst();
    }

    /** The type of its trigger; empty when it has none. */
    String trigger() {
        return bindings.stream()
                .filter(Binding::isTrigger)
                .map(Binding::type)
                .findFirst()
                .orElse("");
    }
}
