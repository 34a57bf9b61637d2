package dev.gatehouse.processor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** A method with {@code @FunctionName}, and what its annotations say. Annotations are read by name, none is loaded. */
record FunctionMethod(
        String name, TypeElement type, ExecutableElement method, Optional<Trigger> trigger, boolean isExplicit) {
    static final String FUNCTION_NAME = "com.microsoft.azure.functions.annotation.FunctionName";
    private static final String EXPLICITLY = "dev.gatehouse.functions.GuardedExplicitly";
    private static final String HTTP_TRIGGER = "HttpTrigger";
    private static final String CUSTOM_BINDING = "CustomBinding";

    /**
     * What starts a function.
     *
     * @param kind as function.json names it, such as {@code httpTrigger}
     * @param parameter that carries the annotation
     * @param values of the annotation, defaults among them
     */
    record Trigger(String kind, String annotation, VariableElement parameter, Map<String, Object> values) {

        /** Upper case, in the annotation's order; empty for any. */
        List<String> methods() {
            return values.get("methods") instanceof List<?> methods
                    ? methods.stream()
                            .map(each -> ((AnnotationValue) each).getValue().toString())
                            .toList()
                    : List.of();
        }

        String value(String name) {
            return String.valueOf(values.getOrDefault(name, ""));
        }
    }

    static FunctionMethod of(ExecutableElement method, Elements elements) {
        String name = annotation(method.getAnnotationMirrors(), FUNCTION_NAME)
                .map(mirror -> String.valueOf(values(mirror, elements).get("value")))
                .orElseThrow();
        Optional<Trigger> trigger = method.getParameters().stream()
                .flatMap(parameter -> parameter.getAnnotationMirrors().stream()
                        .flatMap(mirror -> trigger(parameter, mirror, elements).stream()))
                .findFirst();
        boolean explicit = annotation(method.getAnnotationMirrors(), EXPLICITLY).isPresent();
        return new FunctionMethod(
                name, (TypeElement) Objects.requireNonNull(method.getEnclosingElement()), method, trigger, explicit);
    }

    boolean isHttp() {
        return trigger.filter(each -> each.kind().equalsIgnoreCase("httpTrigger"))
                .isPresent();
    }

    /** Whether it is guarded by an override. */
    boolean isOverridden() {
        return isHttp() && !isExplicit;
    }

    /** The trigger's route; the function's name where it has none, as the host takes it. */
    String route() {
        String route = trigger.map(each -> each.value("route")).orElse("");
        return route.isEmpty() ? name : route.replaceAll("^/|/$", "");
    }

    String kind() {
        return trigger.map(Trigger::kind).orElse("none");
    }

    /** Class and method, for messages. */
    String place() {
        return type.getQualifiedName() + "." + method.getSimpleName();
    }

    /** A trigger of the library, of another library that marks its own so, or a binding spelled out. */
    private static Optional<Trigger> trigger(VariableElement parameter, AnnotationMirror mirror, Elements elements) {
        String annotation =
                mirror.getAnnotationType().asElement().getSimpleName().toString();
        Map<String, Object> values = values(mirror, elements);
        if (annotation.equals(CUSTOM_BINDING)) {
            String type = String.valueOf(values.get("type"));
            return type.toLowerCase(Locale.ROOT).endsWith("trigger")
                    ? Optional.of(new Trigger(type, CUSTOM_BINDING, parameter, values))
                    : Optional.empty();
        }
        Optional<String> custom = annotation(
                        mirror.getAnnotationType().asElement().getAnnotationMirrors(),
                        "com.microsoft.azure.functions.annotation." + CUSTOM_BINDING)
                .map(meta -> String.valueOf(values(meta, elements).get("type")))
                .filter(type -> type.toLowerCase(Locale.ROOT).endsWith("trigger"));
        if (custom.isPresent()) {
            return Optional.of(new Trigger(custom.get(), annotation, parameter, values));
        }
        return annotation.endsWith("Trigger")
                ? Optional.of(new Trigger(kind(annotation), annotation, parameter, values))
                : Optional.empty();
    }

    private static String kind(String annotation) {
        return annotation.equals(HTTP_TRIGGER)
                ? "httpTrigger"
                : annotation.substring(0, 1).toLowerCase(Locale.ROOT) + annotation.substring(1);
    }

    private static Optional<AnnotationMirror> annotation(List<? extends AnnotationMirror> mirrors, String name) {
        return mirrors.stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(name))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }

    private static Map<String, Object> values(AnnotationMirror mirror, Elements elements) {
        return elements.getElementValuesWithDefaults(mirror).entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        each -> each.getKey().getSimpleName().toString(),
                        each -> each.getValue().getValue()));
    }
}
