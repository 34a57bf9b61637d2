package dev.gatehouse.bypass;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Builds an app of {@code tools/src/test/apps} and stages it as the Maven plugin would: in one jar what is compiled with the annotation
 * processor of the guard and what is not, in {@code lib} the libraries of the staged sample.
 */
final class AppBuild {
    private static final Path APPS = Path.of("tools/src/test/apps");
    private static final Path LIBRARIES = Path.of("src/target/azure-functions/gatehouse/lib");

    private final Path sources;
    private final Path folder;
    private final Path classes;

    /** @param app the folder of its sources */
    AppBuild(String app, Path folder) throws IOException {
        this.sources = APPS.resolve(app);
        this.folder = Files.createDirectories(folder);
        this.classes = Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(staging().resolve("lib"));
        for (Path library : jars(LIBRARIES)) {
            Files.copy(library, staging().resolve("lib").resolve(library.getFileName()));
        }
        Files.writeString(staging().resolve("host.json"), "{\"version\": \"2.0\"}");
        Path contract = sources.resolve("contract.json");
        if (Files.exists(contract)) {
            Files.createDirectories(classes.resolve("contract"));
            Files.copy(contract, classes.resolve("contract/security.json"));
        }
        compile(APPS.resolve("shared"), classes, List.of("-proc:none"));
    }

    Path staging() {
        return folder.resolve("staged");
    }

    AppBuild guarded(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-processorpath", path(jars(LIBRARIES))));
        if (Runtime.version().feature() >= 21) {
            arguments.add("-proc:full");
        }
        arguments.addAll(List.of(options));
        compile(sources.resolve("guarded"), classes, arguments);
        return this;
    }

    /** Without the annotation processor, over what is compiled already. */
    AppBuild unguarded(String part) throws IOException {
        compile(sources.resolve(part), classes, List.of("-proc:none"));
        return this;
    }

    /** Puts a part of the sources into a jar of its own in {@code lib}, which registers these services. */
    AppBuild library(String jar, String part, Map<Class<?>, String> services) throws IOException {
        Path library = Files.createDirectories(folder.resolve(part));
        compile(sources.resolve(part), library, List.of("-proc:none"));
        for (Map.Entry<Class<?>, String> service : services.entrySet()) {
            write(library.resolve("META-INF/services/" + service.getKey().getName()), service.getValue());
        }
        pack(library, staging().resolve("lib").resolve(jar));
        return this;
    }

    AppBuild resource(String file, String content) throws IOException {
        write(classes.resolve(file), content);
        return this;
    }

    AppBuild without(String classFile) throws IOException {
        Files.delete(classes.resolve(classFile));
        return this;
    }

    AppBuild withoutLibrary(String prefix) throws IOException {
        for (Path jar : jars(staging().resolve("lib"))) {
            if (jar.getFileName().toString().startsWith(prefix)) {
                Files.delete(jar);
            }
        }
        return this;
    }

    /** Stages jar and function folders. */
    AppBuild staged(String jar) throws IOException {
        pack(classes, staging().resolve(jar));
        FunctionFolders.write(classes, staging(), jar);
        return this;
    }

    /** Puts the functions of another app into this one, with that app's jar. */
    AppBuild beside(AppBuild other, String jar) throws IOException {
        Files.copy(other.staging().resolve(jar), staging().resolve(jar));
        FunctionFolders.write(other.classes, staging(), jar);
        return this;
    }

    /** A function.json that somebody wrote, or changed. */
    AppBuild function(String name, String json) throws IOException {
        write(staging().resolve(name).resolve("function.json"), json.replace('\'', '"'));
        return this;
    }

    private void compile(Path from, Path to, List<String> options) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Path> classPath =
                new ArrayList<>(List.of(classes, jarOf(ExecutionContext.class), jarOf(FunctionInstanceInjector.class)));
        classPath.addAll(jars(LIBRARIES));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-parameters", "-d", to.toString()));
        arguments.addAll(List.of("-classpath", path(classPath)));
        arguments.addAll(options);
        StringBuilder errors = new StringBuilder();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(from)) {
            List<Path> java =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            boolean isCompiled = javac.getTask(
                            null,
                            files,
                            said -> errors.append(said).append('\n'),
                            arguments,
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();
            if (!isCompiled) {
                throw new AssertionError(from + " was not compiled: " + errors);
            }
        }
    }

    private static void pack(Path classes, Path file) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, jar);
            }
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static String path(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException unusual) {
            throw new AssertionError(unusual);
        }
    }
}
