package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Creates the objects that functions are called on: with the app's injector, otherwise a new object for each call. */
record Instances(Optional<FunctionInstanceInjector> injector) {

    /**
     * Finds the app's injector, once.
     *
     * @throws IllegalArgumentException when the app registers more than one
     * @throws java.util.ServiceConfigurationError when the injector cannot be created
     */
    static Instances find(ClassLoader app) {
        List<FunctionInstanceInjector> injectors = ServiceLoader.load(FunctionInstanceInjector.class, app).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (injectors.size() > 1) {
            throw new IllegalArgumentException(
                    "the app registers " + injectors.size() + " function instance injectors; only one is allowed");
        }
        return new Instances(injectors.stream().findFirst());
    }

    /** @throws Exception what the injector or the constructor threw */
    Object of(Class<?> type) throws Exception {
        return injector.isPresent()
                ? injector.get().getInstance(type)
                : type.getConstructor().newInstance();
    }
}
