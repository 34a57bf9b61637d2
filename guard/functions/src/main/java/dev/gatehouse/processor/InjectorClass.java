package dev.gatehouse.processor;

/**
 * The source of the injector that hands out guarded instances. It lies in the app's own jar and knows the guard by name only:
 * where the worker cannot see {@code lib/}, it can still be loaded, and refuse.
 */
record InjectorClass(String factory) {
    static final String PACKAGE = "dev.gatehouse.generated";
    static final String NAME = PACKAGE + ".GuardedInjector";
    static final String SERVICE = "com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector";

    String source() {
        return """
                package %1$s;

                import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
                import java.lang.reflect.InvocationTargetException;
                import javax.annotation.processing.Generated;

                /**
                 * Gives the worker the guarded subclass of a class with HTTP functions. It throws nothing but exceptions: an Error would
                 * leave the call without an answer, and restart the worker.
                 */
                @Generated("%2$s")
                public final class GuardedInjector implements FunctionInstanceInjector {
                    private static final String GUARD = "dev.gatehouse.functions.GuardedInstances";
                    private static final String FACTORY = "%3$s";

                    @Override
                    public <T> T getInstance(Class<T> functionClass) throws Exception {
                        try {
                            return functionClass.cast(Class.forName(GUARD, true, GuardedInjector.class.getClassLoader())
                                    .getMethod("create", Class.class, String.class)
                                    .invoke(null, functionClass, FACTORY));
                        } catch (InvocationTargetException failed) {
                            throw refused(functionClass, failed.getCause() + ". To fix it, see where that was thrown", failed);
                        } catch (Throwable missing) {
                            throw refused(functionClass, "the guard cannot be loaded (" + missing + "). To fix it, stage the app with"
                                    + " gatehouse-guard in lib/, and without another folder whose name ends in lib", missing);
                        }
                    }

                    private static Exception refused(Class<?> functionClass, String cause, Throwable thrown) {
                        Exception refused = new IllegalStateException(
                                "Gatehouse error: " + functionClass.getName() + " has no guarded instance, so its functions are refused: "
                                        + cause + ".");
                        refused.addSuppressed(thrown); // not as its cause: the worker reports the message of the last cause only
                        return refused;
                    }
                }
                """.formatted(PACKAGE, GuardProcessor.class.getName(), factory);
    }
}
