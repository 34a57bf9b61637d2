package dev.gatehouse.chain.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The app as the Maven plugin stages it, loaded: function folders with their function.json, the app's jar, lib, host.json. */
record StagedApp(List<StagedFunction> functions, List<OtherFunction> others, AppClasses classes) {

    /** @throws IllegalArgumentException when the staged app cannot be run */
    static StagedApp load(Path staging) {
        List<Path> folders = functionFolders(staging);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("no staged function found in " + staging);
        }
        JsonObject first = json(folders.get(0).resolve("function.json"));
        Path appJar =
                folders.get(0).resolve(first.get("scriptFile").getAsString()).normalize();
        AppClasses classes = AppClasses.load(appJar, staging);
        String prefix = RoutePrefix.of(staging);
        List<StagedFunction> functions = new ArrayList<>();
        List<OtherFunction> others = new ArrayList<>();
        for (Path folder : folders) {
            JsonObject json = json(folder.resolve("function.json"));
            Supplier<EntryPoint> method =
                    () -> classes.method(json.get("entryPoint").getAsString());
            String name = name(folder);
            Optional<JsonObject> trigger = httpTrigger(json);
            if (trigger.isPresent()) {
                functions.add(
                        new StagedFunction(name, TriggerBinding.parse(trigger.get(), name, prefix), method.get()));
            } else {
                others.add(new OtherFunction(name, method));
            }
        }
        return new StagedApp(List.copyOf(functions), List.copyOf(others), classes);
    }

    private static String name(Path folder) {
        String name = folder.getFileName().toString();
        if (name.endsWith("lib")) { // the worker would use this folder as the app's libraries
            throw new IllegalArgumentException("a function's name must not end in lib: " + name);
        }
        return name;
    }

    private static Optional<JsonObject> httpTrigger(JsonObject function) {
        return StreamSupport.stream(function.getAsJsonArray("bindings").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(any -> any.get("type").getAsString().equalsIgnoreCase("httpTrigger"))
                .findFirst();
    }

    private static List<Path> functionFolders(Path staging) {
        try (Stream<Path> folders = Files.list(staging)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("function.json")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no readable staged app found in " + staging, unreadable);
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
