package dev.gatehouse.bypass;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.annotation.CustomBinding;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpOutput;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder with function.json for each function of an app, as the Maven plugin writes them from the annotations. */
final class FunctionFolders {
    private FunctionFolders() {}

    static void write(Path classes, Path staging, String jar) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, FunctionFolders.class.getClassLoader());
                Stream<Path> files = Files.list(classes.resolve("rows"))) {
            for (Path file : (Iterable<Path>) files.filter(any -> any.toString().endsWith(".class"))::iterator) {
                String name = file.getFileName().toString().replace(".class", "");
                for (Method method : methods(loader, "rows." + name)) {
                    if (method.isAnnotationPresent(FunctionName.class)) {
                        write(method, staging, jar);
                    }
                }
            }
        }
    }

    /** None of a class that cannot be linked: its functions are those of another class. */
    private static Method[] methods(ClassLoader loader, String type) {
        try {
            return Class.forName(type, false, loader).getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError unlinked) {
            return new Method[0];
        }
    }

    private static void write(Method method, Path staging, String jar) throws IOException {
        List<Map<String, Object>> bindings = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            for (Annotation annotation : parameter.getAnnotations()) {
                bindings.add(binding(annotation));
            }
        }
        boolean isHttp = bindings.stream().anyMatch(each -> "httpTrigger".equals(each.get("type")));
        if (isHttp && bindings.stream().noneMatch(each -> "http".equals(each.get("type")))) {
            bindings.add(Map.of("type", "http", "direction", "out", "name", "$return"));
        }
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("scriptFile", "../" + jar);
        function.put("entryPoint", method.getDeclaringClass().getName() + "." + method.getName());
        function.put("bindings", bindings);
        Path folder = Files.createDirectories(
                staging.resolve(method.getAnnotation(FunctionName.class).value()));
        Files.writeString(folder.resolve("function.json"), new ObjectMapper().writeValueAsString(function));
    }

    private static Map<String, Object> binding(Annotation annotation) {
        if (annotation instanceof HttpTrigger http) {
            List<String> methods =
                    Stream.of(http.methods()).map(HttpMethod::name).toList();
            Map<String, Object> trigger = new LinkedHashMap<>();
            trigger.put("type", "httpTrigger");
            trigger.put("direction", "in");
            trigger.put("name", http.name());
            trigger.put("authLevel", http.authLevel().name());
            if (!methods.isEmpty()) {
                trigger.put("methods", methods);
            }
            return trigger;
        }
        if (annotation instanceof TimerTrigger timer) {
            return Map.of(
                    "type", "timerTrigger", "direction", "in", "name", timer.name(), "schedule", timer.schedule());
        }
        if (annotation instanceof CustomBinding custom) {
            return Map.of(
                    "type",
                    custom.type(),
                    "direction",
                    custom.direction(),
                    "name",
                    custom.name(),
                    "authLevel",
                    "ANONYMOUS");
        }
        if (annotation instanceof HttpOutput output) {
            return Map.of("type", "http", "direction", "out", "name", output.name());
        }
        throw new IllegalArgumentException(annotation.toString());
    }
}
