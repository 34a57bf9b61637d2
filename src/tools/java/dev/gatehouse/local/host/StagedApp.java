package dev.gatehouse.local.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The app as the Maven plugin stages it, loaded: function folders with their function.json, the app's jar, lib, host.json. */
record StagedApp(List<StagedFunction> functions, AppClasses classes) {
    private static final String DEFAULT_PREFIX = "api";

    /** @throws IllegalArgumentException when the app could not be run as it is staged */
    static StagedApp load(Path staging) {
        List<Path> folders = functionFolders(staging);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("no function is staged in " + staging);
        }
        JsonObject first = json(folders.get(0).resolve("function.json"));
        Path appJar =
                folders.get(0).resolve(first.get("scriptFile").getAsString()).normalize();
        AppClasses classes = AppClasses.load(appJar, staging);
        String prefix = routePrefix(staging);
        List<StagedFunction> functions = folders.stream()
                .map(folder -> function(folder, prefix, classes))
                .toList();
        return new StagedApp(functions, classes);
    }

    private static StagedFunction function(Path folder, String prefix, AppClasses classes) {
        String name = folder.getFileName().toString();
        if (name.endsWith("lib")) { // the worker would take this folder for the app's libraries
            throw new IllegalArgumentException("a function's name must not end in lib: " + name);
        }
        JsonObject json = json(folder.resolve("function.json"));
        JsonObject binding = StreamSupport.stream(
                        json.getAsJsonArray("bindings").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(any -> any.get("type").getAsString().equalsIgnoreCase("httpTrigger"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the local host runs HTTP triggers only: " + name));
        FunctionMethod method = classes.method(json.get("entryPoint").getAsString());
        return new StagedFunction(name, Trigger.parse(binding, name, prefix), method);
    }

    private static List<Path> functionFolders(Path staging) {
        try (Stream<Path> folders = Files.list(staging)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("function.json")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no staged app can be read in " + staging, unreadable);
        }
    }

    private static String routePrefix(Path staging) {
        Path host = staging.resolve("host.json");
        if (!Files.exists(host)) {
            return DEFAULT_PREFIX;
        }
        return member(json(host), "extensions")
                .flatMap(extensions -> member(extensions, "http"))
                .map(http -> http.get("routePrefix"))
                .map(JsonElement::getAsString)
                .orElse(DEFAULT_PREFIX);
    }

    private static Optional<JsonObject> member(JsonObject object, String name) {
        return Optional.ofNullable(object.getAsJsonObject(name));
    }

    private static JsonObject json(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
