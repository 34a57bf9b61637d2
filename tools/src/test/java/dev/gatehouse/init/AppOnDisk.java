package dev.gatehouse.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** An app in a folder, as Maven leaves it. */
record AppOnDisk(Path folder) {
    static final String POM = """
            <project>
              <artifactId>Order_Functions</artifactId>
              <dependencies>
                <dependency>
                  <groupId>com.microsoft.azure.functions</groupId>
                  <artifactId>azure-functions-java-library</artifactId>
                  <version>3.2.3</version>
                </dependency>
              </dependencies>
            </project>
            """;

    static final String CLASS = """
            package app;

            import com.microsoft.azure.functions.*;
            import com.microsoft.azure.functions.annotation.*;
            import java.util.*;

            public class Orders {
                @FunctionName("readOrder")
                public HttpResponseMessage readOrder(
                        @HttpTrigger(name = "request", methods = HttpMethod.GET, route = "orders/{id}") HttpRequestMessage<Optional<String>> request,
                        @BindingName("id") String id, ExecutionContext context) {
                    return request.createResponseBuilder(HttpStatus.OK).build();
                }
            }
            """;

    static AppOnDisk in(Path folder) {
        return new AppOnDisk(folder).with("pom.xml", POM);
    }

    AppOnDisk with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param bindings the first is the trigger */
    AppOnDisk staged(String function, String entryPoint, String... bindings) {
        return with("target/azure-functions/orders/" + function + "/function.json", """
                { "scriptFile": "../orders.jar", "entryPoint": "%s", "bindings": [%s] }
                """.formatted(
                        entryPoint, String.join(", ", bindings)));
    }

    static String http(String members) {
        return "{ \"type\": \"httpTrigger\", \"direction\": \"in\", \"name\": \"request\"" + members + " }";
    }

    AppOnDisk compiled(String... sources) {
        return compiled(List.of(), sources);
    }

    AppOnDisk compiled(List<String> options, String... sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
            Path classes = Files.createDirectories(folder.resolve("target/classes"));
            List<Path> written = new ArrayList<>();
            for (String source : sources) {
                String name =
                        source.replaceFirst("(?s).*?public [a-z ]*(?:class|interface|record|enum) (\\w+).*", "$1");
                Path file = folder.resolve("src/main/java/app/" + name + ".java");
                with(folder.relativize(file).toString(), source);
                written.add(file);
            }
            List<String> arguments = Stream.concat(
                            Stream.of(
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    "-classpath",
                                    System.getProperty("java.class.path")),
                            options.stream())
                    .toList();
            if (!javac.getTask(null, files, diagnostics, arguments, null, files.getJavaFileObjectsFromPaths(written))
                    .call()) {
                throw new IllegalArgumentException(diagnostics.getDiagnostics().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
            }
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    InitReport init() {
        return init(false);
    }

    InitReport init(boolean isDryRun) {
        return new Init("1.2.3", 17, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)).run(folder, isDryRun);
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All files with their content. */
    Map<String, String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().endsWith(".class"))
                    .map(each -> folder.relativize(each).toString())
                    .collect(Collectors.toMap(name -> name, this::text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
