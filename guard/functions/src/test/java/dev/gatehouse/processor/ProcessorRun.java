package dev.gatehouse.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources, compiled as an adopter's build does: with javac and this processor on the class path. */
record ProcessorRun(Path classes, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /** @param sources file names such as {@code app/Orders.java}, with their texts */
    static ProcessorRun of(Path folder, Map<String, String> sources, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
            Path classes = folder.resolve("classes");
            Files.createDirectories(classes);
            List<Path> written = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve("src").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                written.add(Files.writeString(file, source.getValue()));
            }
            List<String> arguments = new ArrayList<>(List.of(
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-Xlint:all,-processing",
                    "-proc:full"));
            if (Runtime.version().feature() < 21) {
                arguments.remove("-proc:full"); // the default there, and an unknown option
            }
            arguments.addAll(List.of(options));
            javac.getTask(null, files, diagnostics, arguments, null, files.getJavaFileObjectsFromPaths(written))
                    .call();
            return new ProcessorRun(classes, diagnostics.getDiagnostics());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    List<String> errors() {
        return messages(Diagnostic.Kind.ERROR);
    }

    List<String> messages(Diagnostic.Kind kind) {
        return diagnostics.stream()
                .filter(each -> each.getKind() == kind)
                .map(each -> each.getMessage(null))
                .toList();
    }

    ClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, ProcessorRun.class.getClassLoader());
    }

    String text(String file) throws IOException {
        return Files.readString(classes.resolve(file));
    }
}
