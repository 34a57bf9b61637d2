package dev.gatehouse.init;

import dev.gatehouse.functions.ListedFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** A method with {@code @FunctionName}. Annotations are read by name, as the annotation processor does. */
record CompiledFunction(CompiledClass type, MethodNode method) {
    private static final String LIBRARY = "com.microsoft.azure.functions.annotation.";
    private static final String FUNCTION_NAME = LIBRARY + "FunctionName";
    private static final String CUSTOM_BINDING = LIBRARY + "CustomBinding";
    private static final String EXPLICITLY = "dev.gatehouse.functions.GuardedExplicitly";

    /** An annotation and what is set in it; defaults are not among its values. */
    record Annotation(AnnotationNode node) {
        String name() {
            return Type.getType(node.desc).getClassName();
        }

        String simpleName() {
            return name().substring(name().lastIndexOf('.') + 1);
        }

        String text(String name) {
            return value(name).map(String::valueOf).orElse("");
        }

        /** The names of an array of enum constants. */
        List<String> constants(String name) {
            return value(name).filter(List.class::isInstance).stream()
                    .flatMap(list -> ((List<?>) list).stream())
                    .map(each -> each instanceof String[] constant ? constant[1] : String.valueOf(each))
                    .toList();
        }

        private Optional<Object> value(String name) {
            List<Object> all = node.values == null ? List.of() : node.values;
            return IntStream.range(0, all.size() / 2)
                    .filter(pair -> name.equals(all.get(2 * pair)))
                    .mapToObj(pair -> all.get(2 * pair + 1))
                    .findFirst();
        }
    }

    static Stream<CompiledFunction> of(CompiledClass type) {
        return type.node().methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_SYNTHETIC) == 0)
                .map(method -> new CompiledFunction(type, method))
                .filter(function -> function.annotation(FUNCTION_NAME).isPresent());
    }

    ListedFunction listed() {
        String name = annotation(FUNCTION_NAME).orElseThrow().text("value");
        Optional<Annotation> trigger = trigger();
        String kind = trigger.map(CompiledFunction::kind).orElse("none");
        boolean isHttp = kind.equalsIgnoreCase("httpTrigger");
        return new ListedFunction(
                name,
                kind,
                type.name(),
                method.name,
                isHttp ? StagedFunctions.route(trigger.orElseThrow().text("route"), name) : "",
                isHttp ? trigger.orElseThrow().constants("methods") : List.of(),
                isExplicit());
    }

    boolean isExplicit() {
        return annotation(EXPLICITLY).isPresent();
    }

    Optional<Annotation> trigger() {
        return parameterAnnotations()
                .filter(each -> kind(each).toLowerCase(Locale.ROOT).endsWith("trigger"))
                .findFirst();
    }

    Stream<Annotation> parameterAnnotations() {
        return Stream.of(method.visibleParameterAnnotations, method.invisibleParameterAnnotations)
                .flatMap(CompiledFunction::each);
    }

    private static Stream<Annotation> each(List<AnnotationNode> @Nullable [] parameters) {
        return parameters == null ? Stream.empty() : Arrays.stream(parameters).flatMap(CompiledFunction::annotations);
    }

    private Optional<Annotation> annotation(String name) {
        return Stream.of(method.visibleAnnotations, method.invisibleAnnotations)
                .flatMap(CompiledFunction::annotations)
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static Stream<Annotation> annotations(@Nullable List<AnnotationNode> nodes) {
        return nodes == null ? Stream.empty() : nodes.stream().map(Annotation::new);
    }

    /** As function.json names it. */
    private static String kind(Annotation annotation) {
        String simple = annotation.simpleName();
        return annotation.name().equals(CUSTOM_BINDING)
                ? annotation.text("type")
                : simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    }
}
