package dev.gatehouse.worker;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.gatehouse.functions.Guarded;
import dev.gatehouse.functions.ListedFunction;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the app's injector hands out guarded instances: asked once for each class, in the worker's place. */
final class InstanceCheck {
    /** Written by the annotation processor: it hands out guarded instances, or none. */
    private static final String GENERATED = "dev.gatehouse.generated.GuardedInjector";

    private static final int MAX_CAUSES = 5;

    private final Set<Class<?>> guarded = ConcurrentHashMap.newKeySet();
    private final ClassLoader jars;

    InstanceCheck(ClassLoader jars) {
        this.jars = jars;
    }

    /** @throws FunctionRefusedException where it is not guarded, or that cannot be decided */
    void check(ListedFunction function, Class<?> type) throws FunctionRefusedException {
        if (guarded.contains(type)) {
            return;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(jars); // as the worker does for an injector
        try {
            FunctionInstanceInjector injector = injector(function.name());
            if (!injector.getClass().getName().equals(GENERATED)) {
                check(function, type, injector);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
        guarded.add(type);
    }

    private static void check(ListedFunction function, Class<?> type, FunctionInstanceInjector injector)
            throws FunctionRefusedException {
        Object instance;
        try {
            instance = injector.getInstance(type);
        } catch (Exception | Error failed) {
            throw new FunctionRefusedException(
                    function.name(),
                    "the injector " + injector.getClass().getName() + " failed for " + type.getName() + ": "
                            + withCauses(failed),
                    "make it work without the guard first");
        }
        if (instance == null || !Guarded.isGuarded(instance.getClass(), type)) {
            throw new FunctionRefusedException(
                    function.name(),
                    "the injector " + injector.getClass().getName() + " hands out "
                            + (instance == null ? "null" : instance.getClass().getName()) + ", which is not guarded",
                    "let it make an instance of Guarded.classOf(functionClass) wherever it is asked for functionClass");
        }
    }

    private static String withCauses(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(Throwable::toString)
                .collect(Collectors.joining(", caused by "));
    }

    private FunctionInstanceInjector injector(String function) throws FunctionRefusedException {
        List<FunctionInstanceInjector> injectors;
        try {
            injectors = ServiceLoader.load(FunctionInstanceInjector.class, jars).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError faulty) {
            throw new FunctionRefusedException(
                    function,
                    "the injector cannot be made: " + faulty.getMessage(),
                    "correct its service file or its constructor");
        }
        if (injectors.size() != 1) {
            throw new FunctionRefusedException(
                    function,
                    injectors.isEmpty()
                            ? "no injector is registered, so the worker would run the function without the guard"
                            : "several injectors are registered, and the worker takes one only",
                    injectors.isEmpty()
                            ? "leave out -Agatehouse.injector=own, or register your injector in META-INF/services"
                            : "keep one: compile with -Agatehouse.injector=own to leave out the generated one");
        }
        return injectors.get(0);
    }
}
