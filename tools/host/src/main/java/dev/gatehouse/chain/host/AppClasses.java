package dev.gatehouse.chain.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The app's classes, loaded like in the worker: one class loader for the app's jar and lib, parent first. */
final class AppClasses {
    private static final String ANNOTATION = "com/microsoft/azure/functions/annotation/HttpTrigger.class";

    private final URLClassLoader loader;

    private AppClasses(URLClassLoader loader) {
        this.loader = loader;
    }

    static AppClasses load(Path appJar, Path staging) {
        URL[] jars = Stream.concat(Stream.of(appJar), libraries(staging.resolve("lib")).stream())
                .map(AppClasses::url)
                .toArray(URL[]::new);
        return new AppClasses(new URLClassLoader(jars, new WorkerLibraries(!shipsAnnotations(jars))));
    }

    private static boolean shipsAnnotations(URL[] jars) {
        try (URLClassLoader own = new URLClassLoader(jars, null)) {
            return own.findResource(ANNOTATION) != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /** What the supplier gives while the thread's context loader is the app's, as the worker looks services up. */
    <T> T within(Supplier<T> lookUp) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return lookUp.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * The method that function.json names. It must be declared in that class itself, as in the worker.
     *
     * @throws IllegalArgumentException unless exactly one method matches
     */
    EntryPoint method(StagedFunction function) {
        String entryPoint = function.entryPoint();
        int dot = entryPoint.lastIndexOf('.');
        Class<?> type = type(entryPoint.substring(0, Math.max(dot, 0)));
        String name = entryPoint.substring(dot + 1);
        List<EntryPoint> named = Arrays.stream(type.getMethods())
                .filter(method ->
                        method.getDeclaringClass() == type && method.getName().equals(name))
                .map(method -> EntryPoint.of(function, type, method))
                .toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException(
                    entryPoint + " names " + named.size() + " public methods; it must name exactly one");
        }
        return named.get(0);
    }

    private Class<?> type(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("class not found in the app: " + name, missing);
        }
    }

    private static List<Path> libraries(Path lib) {
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
