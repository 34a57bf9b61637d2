package dev.gatehouse;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Gives the worker the one instance of each function class. Found through {@code META-INF/services}; made when the
 * worker loads the first function, which does not wait until the app is put together: only a call does.
 */
public final class FunctionInjector implements FunctionInstanceInjector {
    private final CompletableFuture<Application> application;

    /** Never throws: a worker whose injector cannot be made answers nothing at all. */
    public FunctionInjector() {
        this(() -> Wiring.application(System.getenv()));
    }

    FunctionInjector(Supplier<Application> application) {
        this.application = CompletableFuture.supplyAsync(application, FunctionInjector::inTheBackground);
    }

    /** @throws IllegalStateException for a class that {@link Wiring} does not know; the host answers its calls with 500 */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        return functionClass.cast(application
                .join()
                .function(functionClass)
                .orElseThrow(() -> new IllegalStateException(
                        functionClass.getName() + " is not put together in Wiring, so its functions are refused")));
    }

    private static void inTheBackground(Runnable task) {
        Thread thread = new Thread(task, "gatehouse-wiring");
        thread.setDaemon(true);
        thread.start();
    }
}
