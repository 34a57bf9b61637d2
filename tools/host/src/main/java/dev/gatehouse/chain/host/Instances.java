package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Where the objects come from that functions are called on: the app's injector, else a new one each time. */
record Instances(Optional<FunctionInstanceInjector> injector) {

    /**
     * Looks the app's injector up, once.
     *
     * @throws IllegalArgumentException when there is more than one
     * @throws java.util.ServiceConfigurationError when it cannot be made
     */
    static Instances find(ClassLoader app) {
        List<FunctionInstanceInjector> injectors = ServiceLoader.load(FunctionInstanceInjector.class, app).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (injectors.size() > 1) {
            throw new IllegalArgumentException(
                    "the app registers " + injectors.size() + " function instance injectors");
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
