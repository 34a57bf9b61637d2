package dev.gatehouse.chain.host;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files from which Core Tools reads app settings, keys and extensions, written into the private copy of the app. */
record CoreToolsFiles(StagingCopy copy, StagedApp app) {
    private static final String BUNDLE = "extensionBundle";
    private static final Set<String> WITHOUT_EXTENSION = Set.of("httptrigger", "http");

    /**
     * Writes the files.
     *
     * @return what differs from the app as staged, one line each
     * @throws HostStartException when a file of the app, or a JVM option, cannot be taken over
     */
    List<String> write(HostLaunch launch) {
        try {
            Files.writeString(copy.app().resolve("local.settings.json"), settings(launch));
            Path secrets = Files.createDirectories(copy.folder().resolve(Path.of("secrets", "functions", "secrets")));
            Files.writeString(secrets.resolve("host.json"), hostKeys(launch.keys()));
            for (Map.Entry<String, Map<String, String>> function :
                    launch.keys().functions().entrySet()) {
                JsonObject keys = new JsonObject();
                keys.add("keys", keys(function.getValue()));
                Files.writeString(
                        secrets.resolve(function.getKey().toLowerCase(Locale.ROOT) + ".json"), keys.toString());
            }
            List<String> notes = new ArrayList<>(emptySettings(launch));
            notes.addAll(withoutBundle());
            return notes;
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("the files for Core Tools cannot be written", cannotWrite);
        }
    }

    /** What else to say when func does not start; empty when there is nothing to guess. */
    String likelyCause() {
        return extensions().isEmpty()
                ? ""
                : ". It downloads the extension bundle of host.json, which the app needs for "
                        + String.join(", ", extensions()) + ": without a network it cannot start";
    }

    /** An app with HTTP triggers only needs no bundle, and func cannot start offline with one. */
    private List<String> withoutBundle() throws IOException {
        Path file = copy.app().resolve("host.json");
        if (!Files.exists(file) || !extensions().isEmpty()) {
            return List.of();
        }
        try {
            JsonObject host = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (host.remove(BUNDLE) == null) {
                return List.of();
            }
            Files.writeString(file, host.toString());
            return List.of("func runs without the " + BUNDLE + " of host.json: the app has HTTP triggers only, and func"
                    + " would download it");
        } catch (JsonParseException | IllegalStateException malformed) {
            throw new HostStartException("host.json is malformed: " + malformed.getMessage());
        }
    }

    /** The types of binding that come from an extension. */
    private Set<String> extensions() {
        return app.functions().stream()
                .flatMap(function -> function.bindings().stream())
                .map(StagedFunction.Binding::type)
                .filter(type -> !WITHOUT_EXTENSION.contains(type.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> emptySettings(HostLaunch launch) {
        return launch.appSettings().entrySet().stream()
                .filter(setting -> setting.getValue().isEmpty())
                .map(setting -> "func does not hand on the app setting " + setting.getKey() + ", as it is empty")
                .sorted()
                .toList();
    }

    private static String settings(HostLaunch launch) {
        Map<String, String> settings = new HashMap<>(launch.appSettings());
        settings.put("FUNCTIONS_WORKER_RUNTIME", "java");
        settings.put("AzureWebJobsSecretStorageType", "files");
        if (!launch.jvmOptions().isEmpty()) {
            settings.put(
                    "languageWorkers__java__arguments",
                    launch.jvmOptions().stream().map(CoreToolsFiles::quoted).collect(Collectors.joining(" ")));
        }
        JsonObject values = new JsonObject();
        settings.forEach(values::addProperty);
        JsonObject file = new JsonObject();
        file.addProperty("IsEncrypted", false);
        file.add("Values", values);
        return file.toString();
    }

    /** The host takes the options apart at spaces that are not in double quotes. */
    private static String quoted(String option) {
        if (option.contains("\"")) {
            throw new HostStartException("func cannot pass on a JVM option with a double quote: " + option);
        }
        return option.contains(" ") ? "\"" + option + "\"" : option;
    }

    private static String hostKeys(HostKeys keys) {
        JsonObject file = new JsonObject();
        file.add("masterKey", key("master", keys.master()));
        file.add("functionKeys", keys(keys.host()));
        file.add("systemKeys", new JsonArray());
        return file.toString();
    }

    private static JsonArray keys(Map<String, String> named) {
        JsonArray keys = new JsonArray();
        named.forEach((name, value) -> keys.add(key(name, value)));
        return keys;
    }

    private static JsonObject key(String name, String value) {
        JsonObject key = new JsonObject();
        key.addProperty("name", name);
        key.addProperty("value", value);
        key.addProperty("encrypted", false);
        return key;
    }
}
