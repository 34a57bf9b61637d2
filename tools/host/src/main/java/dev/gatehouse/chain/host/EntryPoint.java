package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.HttpResponseMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function's method, and the sources of its arguments.
 *
 * @param hasReturn whether function.json binds what the method returns; if not, the worker drops it
 */
record EntryPoint(Class<?> type, Method method, List<Argument> arguments, boolean hasReturn) {
    private static final String RETURN = "$return";

    EntryPoint {
        arguments = List.copyOf(arguments);
    }

    static EntryPoint of(StagedFunction function, Class<?> type, Method method) {
        List<Argument> arguments = Arrays.stream(method.getParameters())
                .map(parameter -> Argument.of(function, parameter))
                .toList();
        boolean returns = method.getReturnType() != void.class && method.getReturnType() != Void.class;
        boolean isBound = function.binding(RETURN)
                .filter(StagedFunction.Binding::isOutput)
                .isPresent();
        return new EntryPoint(type, method, arguments, returns && isBound);
    }

    /** Whether its declared type lets the worker keep the status of a response. */
    boolean declaresAResponse() {
        return HttpResponseMessage.class.isAssignableFrom(method.getReturnType());
    }

    /** The name of the binding whose annotation has this simple name; null when there is no such binding. */
    @Nullable
    String binding(String annotation) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Arrays.stream(parameter.getAnnotations())
                        .anyMatch(each -> each.annotationType().getSimpleName().equals(annotation)))
                .map(parameter -> BindingAnnotations.name(parameter).orElse(null))
                .findFirst()
                .orElse(null);
    }

    /** The parameters that this host cannot serve: a call fails. */
    List<String> unserved() {
        return arguments.stream()
                .filter(Argument.Unserved.class::isInstance)
                .map(argument -> ((Argument.Unserved) argument).why())
                .toList();
    }

    /**
     * Calls the function, on a new instance from the app's injector unless it is static.
     *
     * @throws UnservedException when it needs what this host does not have
     * @throws InvocationTargetException what the function threw, as the worker's middleware sees it
     * @throws Exception what the injector threw
     */
    @Nullable
    Object call(FunctionInvocation invocation, Instances instances) throws Exception {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).of(invocation);
        }
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return method.invoke(isStatic ? null : instances.of(type), values);
    }
}
