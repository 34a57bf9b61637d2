package dev.gatehouse.functions;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ConcurrentHashMap;

/** What the generated injector calls, by name. A new instance for each call, as the worker itself makes them. */
public final class GuardedInstances {
    private static final ConcurrentHashMap<String, FunctionFactory> FACTORIES = new ConcurrentHashMap<>();

    private static final ClassValue<Class<?>> GUARDED = new ClassValue<>() {
        @Override
        protected Class<?> computeValue(Class<?> functionClass) {
            return Guarded.classOf(functionClass);
        }
    };

    private GuardedInstances() {}

    /**
     * @param factory name of the app's {@link FunctionFactory}; empty for the constructor without parameters
     * @throws Exception what the constructor or the factory threw, or what is wrong with either
     */
    public static Object create(Class<?> functionClass, String factory) throws Exception {
        Class<?> guarded = GUARDED.get(functionClass);
        return factory.isEmpty() ? instance(guarded) : made(guarded, factory);
    }

    private static Object made(Class<?> guarded, String factory) throws Exception {
        FunctionFactory known = FACTORIES.get(factory);
        if (known == null) {
            // made outside of the map: a factory starts the app's own injector, which may take long and may throw
            FunctionFactory made = instance(
                    Class.forName(factory, true, guarded.getClassLoader()).asSubclass(FunctionFactory.class));
            FunctionFactory first = FACTORIES.putIfAbsent(factory, made);
            known = first == null ? made : first;
        }
        Object instance = known.create(guarded);
        if (!guarded.isInstance(instance)) {
            throw new IllegalStateException(factory + " was asked for " + guarded.getName() + " and gave "
                    + (instance == null ? "null" : instance.getClass().getName()));
        }
        return instance;
    }

    private static <T> T instance(Class<T> type) throws Exception {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true); // package-private on purpose: see the note of the annotation processor
            return constructor.newInstance();
        } catch (NoSuchMethodException none) {
            throw new IllegalStateException(
                    type.getName()
                            + " has no constructor without parameters: name a FunctionFactory with -Agatehouse.factory=<class>",
                    none);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception cause
                    ? cause
                    : new IllegalStateException(
                            type.getName() + " cannot be made: " + failed.getCause(), failed.getCause());
        }
    }
}
