package dev.gatehouse.chain.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Functions in the app's jar that are not staged: there is no function.json for them, so no host has them. */
final class UnstagedFunctions {
    private static final String ANNOTATION = "com.microsoft.azure.functions.annotation.FunctionName";
    private static final String MARK = "L" + ANNOTATION.replace('.', '/') + ";";
    private static final String CLASS = ".class";

    private UnstagedFunctions() {}

    /** One line for each of them; loads only classes that name the annotation. */
    static List<String> notes(Path jar, AppClasses app, StagedApp staged) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        staged.functions().forEach(function -> names.add(function.name()));
        return classes(jar).stream()
                .flatMap(type -> notes(type, app, names))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> notes(String type, AppClasses app, Set<String> staged) {
        try {
            return Arrays.stream(Class.forName(type, false, app.loader()).getDeclaredMethods())
                    .flatMap(method -> name(method).stream())
                    .filter(name -> !staged.contains(name))
                    .map(name -> "function " + name + " of " + type
                            + " answers 404: it is in the app's jar but not staged; build the app anew");
        } catch (ClassNotFoundException | LinkageError incomplete) {
            return Stream.of("class " + type + ", which has functions, cannot be loaded: " + incomplete);
        }
    }

    private static Set<String> classes(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return Set.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Set<String> marked = new TreeSet<>();
            for (JarEntry entry :
                    file.stream().filter(each -> each.getName().endsWith(CLASS)).toList()) {
                byte[] bytes = file.getInputStream(entry).readAllBytes();
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains(MARK)) {
                    String name = entry.getName();
                    marked.add(name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
                }
            }
            return marked;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(jar + " cannot be read", unreadable);
        }
    }

    private static Optional<String> name(Method method) {
        return Arrays.stream(method.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().equals(ANNOTATION))
                .map(UnstagedFunctions::value)
                .findFirst();
    }

    private static String value(Annotation annotation) {
        try {
            return String.valueOf(annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException another) {
            return "";
        }
    }
}
