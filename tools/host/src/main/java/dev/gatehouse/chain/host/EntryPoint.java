package dev.gatehouse.chain.host;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function's method, and the sources of its arguments. */
record EntryPoint(Class<?> type, Method method, List<Argument> arguments, List<String> bindings) {
    EntryPoint {
        arguments = List.copyOf(arguments);
        bindings = List.copyOf(bindings);
    }

    static EntryPoint of(Class<?> type, Method method) {
        List<Argument> arguments =
                Arrays.stream(method.getParameters()).map(Argument::of).toList();
        List<String> bindings =
                Arrays.stream(method.getParameters()).map(EntryPoint::binding).toList();
        return new EntryPoint(type, method, arguments, bindings);
    }

    boolean isVoid() {
        return method.getReturnType() == void.class;
    }

    /** The name of the binding whose annotation has this simple name; null when there is no such binding. */
    @Nullable
    String binding(String annotation) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> Arrays.stream(parameter.getAnnotations()))
                .filter(each -> each.annotationType().getSimpleName().equals(annotation))
                .map(EntryPoint::name)
                .findFirst()
                .orElse(null);
    }

    /**
     * Calls the function, on a new instance from the app's injector unless it is static.
     *
     * @throws InvocationTargetException what the function threw, as the worker's middleware sees it
     * @throws Exception what the injector threw
     */
    @Nullable
    Object call(FunctionInvocation invocation, Instances instances) throws Exception {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Object replaced = invocation.replaced(bindings.get(i));
            values[i] = replaced == null ? arguments.get(i).of(invocation) : replaced;
        }
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return method.invoke(isStatic ? null : instances.of(type), values);
    }

    /** The name by which middleware can replace this argument; empty when it cannot be replaced. */
    private static String binding(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(EntryPoint::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** {@code @BindingName} has the name as its value. */
    private static String name(Annotation annotation) {
        for (String member : List.of("name", "value")) {
            try {
                return String.valueOf(
                        annotation.annotationType().getMethod(member).invoke(annotation));
            } catch (ReflectiveOperationException none) {
                continue;
            }
        }
        return "";
    }
}
