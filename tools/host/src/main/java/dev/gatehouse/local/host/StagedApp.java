package dev.gatehouse.local.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The app as the Maven plugin stages it, loaded: function folders with their function.json, the app's jar, lib, host.json. */
record StagedApp(List<StagedFunction> functions, AppClasses classes) {

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
        String prefix = RoutePrefix.of(staging);
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

    private static JsonObject json(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
