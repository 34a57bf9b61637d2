package dev.gatehouse.bench.cold;

import com.microsoft.azure.functions.annotation.FunctionName;
import dev.gatehouse.bench.cold.empty.EmptyFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Stages the app with one empty function as the Maven plugin would: a jar, the annotations' library, function.json. */
final class EmptyApp {
    private static final String JAR = "empty.jar";
    private static final String FUNCTION_JSON = """
            {"scriptFile": "../%s", "entryPoint": "%s.empty", "bindings": [
              {"type": "httpTrigger", "direction": "in", "name": "request", "route": "empty",
               "methods": ["GET"], "authLevel": "ANONYMOUS"},
              {"type": "http", "direction": "out", "name": "$return"}]}
            """.formatted(JAR, EmptyFunction.class.getName());

    private EmptyApp() {}

    /** @param folder an empty one */
    static Path stage(Path folder) throws IOException {
        Files.writeString(folder.resolve("host.json"), "{\"version\": \"2.0\"}");
        Files.writeString(Files.createDirectory(folder.resolve("empty")).resolve("function.json"), FUNCTION_JSON);
        Path annotations = jarOf(FunctionName.class);
        Files.copy(annotations, Files.createDirectory(folder.resolve("lib")).resolve(annotations.getFileName()));
        try (OutputStream file = Files.newOutputStream(folder.resolve(JAR));
                JarOutputStream jar = new JarOutputStream(file)) {
            String name = EmptyFunction.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            try (InputStream compiled = EmptyFunction.class.getClassLoader().getResourceAsStream(name)) {
                compiled.transferTo(jar);
            }
        }
        return folder;
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the class path must have valid URLs only", impossible);
        }
    }
}
