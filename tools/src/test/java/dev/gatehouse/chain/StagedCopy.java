package dev.gatehouse.chain;

import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The staged app copied into another project folder, to be changed there. A change that changes nothing fails. */
record StagedCopy(Path project) {

    static StagedCopy in(Path project) throws IOException {
        Path staged = Path.of("src/target/azure-functions/gatehouse").toAbsolutePath();
        StagedCopy copy = new StagedCopy(project);
        try (Stream<Path> files = Files.walk(staged)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.app().resolve(staged.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    /** Lets any client call the function without a key. */
    StagedCopy withoutKey(String function) throws IOException {
        return replacing(function, "\"authLevel\" : \"FUNCTION\"", "\"authLevel\" : \"ANONYMOUS\"");
    }

    /** Answers the function's calls by another method. */
    StagedCopy answeredBy(String function, Class<?> type, String method) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream content = StagedCopy.class.getClassLoader().getResourceAsStream(file);
                JarOutputStream jar = new JarOutputStream(
                        Files.newOutputStream(app().resolve("lib").resolve(type.getSimpleName() + ".jar")))) {
            jar.putNextEntry(new JarEntry(file));
            jar.write(content.readAllBytes());
        }
        String before = "\"entryPoint\" : \"";
        String json = Files.readString(function(function));
        int from = json.indexOf(before) + before.length();
        String entryPoint = json.substring(from, json.indexOf('"', from));
        return replacing(function, entryPoint, type.getName() + "." + method);
    }

    /** Removes the guard's middleware, which refuses unguarded functions. */
    StagedCopy withoutSecondLock() throws IOException {
        try (Stream<Path> jars = Files.list(app().resolve("lib"))) {
            Path guard = jars.filter(jar -> jar.getFileName().toString().startsWith("gatehouse-guard-"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem jar = FileSystems.newFileSystem(guard)) {
                Files.delete(jar.getPath("META-INF/services/" + Middleware.class.getName()));
            }
        }
        return this;
    }

    /** Puts another contract into the app's jar. */
    StagedCopy withContract(String json) throws IOException {
        try (Stream<Path> jars =
                        Files.list(app()).filter(file -> file.toString().endsWith(".jar"));
                FileSystem jar = FileSystems.newFileSystem(jars.findFirst().orElseThrow())) {
            Path contract = jar.getPath("contract", "security.json");
            if (Files.readString(contract).equals(json)) {
                throw new IllegalArgumentException("the same contract");
            }
            Files.writeString(contract, json);
        }
        return this;
    }

    private StagedCopy replacing(String function, String text, String by) throws IOException {
        String json = Files.readString(function(function));
        if (!json.contains(text)) {
            throw new IllegalArgumentException("no " + text + " in " + json);
        }
        Files.writeString(function(function), json.replace(text, by));
        return this;
    }

    private Path function(String name) {
        return app().resolve(name).resolve("function.json");
    }

    private Path app() {
        return project.resolve("src/target/azure-functions/gatehouse");
    }
}
