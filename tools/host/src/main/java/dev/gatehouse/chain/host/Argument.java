package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.OutputBinding;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The source of one argument of a function. */
@FunctionalInterface
interface Argument {
    /** The package whose annotations are compared by name, because the app has its own copy of the classes. */
    String ANNOTATIONS = "com.microsoft.azure.functions.annotation.";

    Map<Class<?>, Function<String, Object>> FROM_TEXT = Map.of(
            String.class, text -> text,
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf);

    @Nullable
    Object of(FunctionInvocation invocation);

    /** @throws IllegalArgumentException when this host does not support the parameter */
    static Argument of(Parameter parameter) {
        if (parameter.getType() == ExecutionContext.class) {
            return invocation -> invocation;
        }
        if (parameter.getType() == HttpRequestMessage.class) { // by its type, as in the worker, whatever its annotation
            return new RequestArgument(BodyType.of(parameter.getParameterizedType()));
        }
        if (parameter.getType() == OutputBinding.class) {
            return invocation -> new IgnoredOutput<>();
        }
        if (parameter.getType() == String.class && isOther(parameter)) {
            return invocation -> invocation.arrival().request().bodyText();
        }
        Optional<String> route = annotation(parameter, "BindingName").map(Argument::value);
        Function<String, Object> reading = FROM_TEXT.get(parameter.getType());
        if (route.isEmpty() || reading == null) {
            throw new IllegalArgumentException("the local host cannot bind the parameter " + parameter + " of "
                    + parameter.getDeclaringExecutable().getName());
        }
        return invocation ->
                invocation.arrival().parameter(route.get()).map(reading).orElse(null);
    }

    /** The value of a non-HTTP trigger or input: here, the input of the manual run. */
    private static boolean isOther(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(annotation -> annotation.annotationType().getName())
                .anyMatch(name -> name.startsWith(ANNOTATIONS) && (name.endsWith("Trigger") || name.endsWith("Input")));
    }

    /** An output binding: it accepts the function's value, but nothing is sent. */
    final class IgnoredOutput<T> implements OutputBinding<T> {
        private @Nullable T value;

        @Override
        public @Nullable T getValue() {
            return value;
        }

        @Override
        public void setValue(@Nullable T value) {
            this.value = value;
        }
    }

    private static Optional<Annotation> annotation(Parameter parameter, String name) {
        return Arrays.stream(parameter.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().equals(ANNOTATIONS + name))
                .findFirst();
    }

    private static String value(Annotation annotation) {
        try {
            return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException foreign) {
            throw new IllegalArgumentException("not the annotation it is named after: " + annotation, foreign);
        }
    }
}
