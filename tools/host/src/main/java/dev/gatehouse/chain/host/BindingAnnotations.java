package dev.gatehouse.chain.host;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;

/**
 * The annotations of a function's parameter as the worker reads them: by name, because the app has its own copy of the classes
 * (CoreTypeResolver of worker 2.17).
 */
final class BindingAnnotations {
    private static final String PACKAGE = "com.microsoft.azure.functions.annotation.";

    private BindingAnnotations() {}

    /** The name of the binding: of one of Azure's own annotations, or of one that is marked as a custom binding. */
    static Optional<String> name(Parameter parameter) {
        Optional<String> name = Optional.empty();
        for (Annotation annotation : parameter.getAnnotations()) {
            if (annotation.annotationType().getName().startsWith(PACKAGE)) {
                name = member(annotation, "name");
            }
            if (name.isEmpty()) {
                name = find(annotation.annotationType(), "CustomBinding")
                        .flatMap(custom -> member(annotation, "name").or(() -> member(custom, "name")));
            }
        }
        return name;
    }

    /** The value of {@code @BindingName}. */
    static Optional<String> metadata(Parameter parameter) {
        return find(parameter, "BindingName").flatMap(annotation -> member(annotation, "value"));
    }

    private static Optional<Annotation> find(AnnotatedElement element, String name) {
        return Arrays.stream(element.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().equals(PACKAGE + name))
                .findFirst();
    }

    private static Optional<String> member(Annotation annotation, String name) {
        try {
            return Optional.of(
                    String.valueOf(annotation.annotationType().getMethod(name).invoke(annotation)));
        } catch (ReflectiveOperationException absent) {
            return Optional.empty();
        }
    }
}
