package dev.gatehouse.local.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function's method, and where each of its arguments comes from. */
record FunctionMethod(Class<?> type, Method method, List<Argument> arguments) {
    FunctionMethod {
        arguments = List.copyOf(arguments);
    }

    static FunctionMethod of(Class<?> type, Method method) {
        List<Argument> arguments =
                Arrays.stream(method.getParameters()).map(Argument::of).toList();
        return new FunctionMethod(type, method, arguments);
    }

    boolean isVoid() {
        return method.getReturnType() == void.class;
    }

    /**
     * Calls the function, on a new instance from the app's injector unless it is static.
     *
     * @throws Throwable what the function or the injector threw
     */
    @Nullable
    Object call(Invocation invocation, Instances instances) throws Throwable {
        @Nullable
        Object[] values =
                arguments.stream().map(argument -> argument.of(invocation)).toArray();
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        try {
            return method.invoke(isStatic ? null : instances.of(type), values);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
