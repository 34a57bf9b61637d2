package dev.gatehouse;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

/**
 * Gives the worker the one instance of each function class. Found through {@code META-INF/services}; made when the
 * worker loads the first function.
 */
public final class FunctionInjector implements FunctionInstanceInjector {
    private final Application application;

    /** Never throws: a worker whose injector cannot be made answers nothing at all. */
    public FunctionInjector() {
        this(Wiring.application(System.getenv()));
    }

    FunctionInjector(Application application) {
        this.application = application;
    }

    /** @throws IllegalStateException for a class that {@link Wiring} does not know; the host answers its calls with 500 */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        return functionClass.cast(application
                .function(functionClass)
                .orElseThrow(() -> new IllegalStateException(
                        functionClass.getName() + " is not put together in Wiring, so its functions are refused")));
    }
}
