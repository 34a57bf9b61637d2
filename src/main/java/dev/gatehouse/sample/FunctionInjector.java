package dev.gatehouse.sample;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Gives the worker the one instance of each function class. Found through {@code META-INF/services}; made when the
 * worker loads the first function, which does not wait until the app is put together: only a call does.
 */
public final class FunctionInjector implements FunctionInstanceInjector {
    private final CompletableFuture<FunctionInstances> instances;

    /** Never throws: a worker whose injector cannot be made answers nothing at all. */
    public FunctionInjector() {
        this(() -> FunctionInstances.create(System.getenv()));
    }

    FunctionInjector(Supplier<FunctionInstances> instances) {
        this.instances = CompletableFuture.supplyAsync(instances, FunctionInjector::inTheBackground);
    }

    /** @throws IllegalStateException for a class that {@link FunctionInstances} does not know; the host answers its calls with 500 */
    @Override
    public <T> T getInstance(Class<T> functionClass) {
        return functionClass.cast(instances
                .join()
                .find(functionClass)
                .orElseThrow(() -> new IllegalStateException(functionClass.getName()
                        + " is not listed in FunctionInstances, so its functions are refused")));
    }

    private static void inTheBackground(Runnable task) {
        Thread thread = new Thread(task, "gatehouse-instances");
        thread.setDaemon(true);
        thread.start();
    }
}
