package dev.gatehouse.chain.host;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files from which Core Tools reads app settings and keys, written into the private copy of the app. */
record CoreToolsFiles(StagingCopy copy) {

    void write(HostLaunch launch) {
        try {
            Files.writeString(copy.app().resolve("local.settings.json"), settings(launch));
            Path secrets = Files.createDirectories(copy.folder().resolve(Path.of("secrets", "functions", "secrets")));
            Files.writeString(secrets.resolve("host.json"), secrets(launch.keys()));
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("the files for Core Tools cannot be written", cannotWrite);
        }
    }

    private static String settings(HostLaunch launch) {
        Map<String, String> settings = new HashMap<>(launch.appSettings());
        settings.put("FUNCTIONS_WORKER_RUNTIME", "java");
        settings.put("AzureWebJobsSecretStorageType", "files");
        if (!launch.jvmOptions().isEmpty()) {
            settings.put("languageWorkers__java__arguments", String.join(" ", launch.jvmOptions()));
        }
        JsonObject values = new JsonObject();
        settings.forEach(values::addProperty);
        JsonObject file = new JsonObject();
        file.addProperty("IsEncrypted", false);
        file.add("Values", values);
        return file.toString();
    }

    private static String secrets(HostKeys keys) {
        JsonArray functionKeys = new JsonArray();
        keys.host().forEach((name, value) -> functionKeys.add(key(name, value)));
        JsonObject file = new JsonObject();
        file.add("masterKey", key("master", keys.master()));
        file.add("functionKeys", functionKeys);
        file.add("systemKeys", new JsonArray());
        return file.toString();
    }

    private static JsonObject key(String name, String value) {
        JsonObject key = new JsonObject();
        key.addProperty("name", name);
        key.addProperty("value", value);
        key.addProperty("encrypted", false);
        return key;
    }
}
