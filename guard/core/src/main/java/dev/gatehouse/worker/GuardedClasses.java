package dev.gatehouse.worker;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.functions.Guarded;
import dev.gatehouse.functions.ListedFunction;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** The compiled classes of functions: that they are what the list of functions says, which may be older than they are. */
final class GuardedClasses {
    private final ClassLoader jars;
    private final InstanceCheck instances;

    GuardedClasses(ClassLoader jars, InstanceCheck instances) {
        this.jars = jars;
        this.instances = instances;
    }

    /** @throws FunctionRefusedException where the worker would call anything but the guarded override of this function */
    void check(ListedFunction function) throws FunctionRefusedException {
        Method method = method(function.name(), function.entryPoint());
        if (!isOverridden(method)) {
            throw new FunctionRefusedException(
                    function.name(),
                    "no guarded subclass overrides " + function.entryPoint()
                            + ": the class is newer than what the annotation"
                            + " processor wrote, or that is not in the jar",
                    "compile all of the app anew with the annotation processor, as mvn clean package does");
        }
        instances.check(function, method.getDeclaringClass());
    }

    /** Whether the function is declared to return exactly {@code HttpResponseMessage}: of any other type, the worker loses the status. */
    boolean returnsResponse(String function, String entryPoint) throws FunctionRefusedException {
        return method(function, entryPoint).getReturnType() == HttpResponseMessage.class;
    }

    private static boolean isOverridden(Method method) {
        try {
            Class<?> guarded = Guarded.classOf(method.getDeclaringClass());
            return guarded != method.getDeclaringClass()
                    && !Modifier.isStatic(method.getModifiers())
                    && Arrays.stream(guarded.getDeclaredMethods()).anyMatch(each -> overrides(each, method));
        } catch (LinkageError stale) { // such as a class or method that is final now
            return false;
        }
    }

    private static boolean overrides(Method guarded, Method method) {
        return guarded.getName().equals(method.getName())
                && Arrays.equals(guarded.getParameterTypes(), method.getParameterTypes())
                && guarded.getReturnType() == HttpResponseMessage.class
                && method.getReturnType() == HttpResponseMessage.class;
    }

    /** The one that the worker takes: public, and declared in this very class. */
    private Method method(String function, String entryPoint) throws FunctionRefusedException {
        int dot = Math.max(entryPoint.lastIndexOf('.'), 0);
        List<Method> named;
        try {
            Class<?> type = Class.forName(entryPoint.substring(0, dot), false, jars);
            named = Arrays.stream(type.getMethods())
                    .filter(each ->
                            each.getDeclaringClass() == type && each.getName().equals(entryPoint.substring(dot + 1)))
                    .toList();
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new FunctionRefusedException(
                    function, entryPoint + " cannot be loaded: " + missing, "compile and stage the app anew");
        }
        if (named.size() != 1) {
            throw new FunctionRefusedException(
                    function,
                    entryPoint + " is the name of " + named.size() + " public methods",
                    "give one method that name, and compile and stage the app anew");
        }
        return named.get(0);
    }
}
