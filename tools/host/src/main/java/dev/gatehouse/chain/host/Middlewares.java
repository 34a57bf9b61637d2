package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareChain;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The app's worker middleware: each may inspect the call, continue, or throw; the function is the end of the chain. */
record Middlewares(List<Middleware> all) {
    Middlewares {
        all = List.copyOf(all);
    }

    /**
     * Finds the app's middleware, once.
     *
     * @throws java.util.ServiceConfigurationError when a middleware cannot be created; the real worker would then load no function
     */
    static Middlewares find(ClassLoader app) {
        return new Middlewares(ServiceLoader.load(Middleware.class, app).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** The call of the function, at the end of the chain. */
    @FunctionalInterface
    interface Last {
        @Nullable
        Object call() throws Exception;
    }

    /** @throws Exception what a middleware or the function threw */
    void run(FunctionInvocation invocation, Last function) throws Exception {
        Iterator<Middleware> rest = all.iterator();
        chain(rest, function, invocation).doNext(invocation);
    }

    /** A second {@code doNext} of one middleware does nothing, as in the worker: the iterator has already advanced. */
    private static MiddlewareChain chain(Iterator<Middleware> rest, Last function, FunctionInvocation invocation) {
        return context -> {
            if (rest.hasNext()) {
                rest.next().invoke(context, chain(rest, function, invocation));
            } else if (invocation.begin()) {
                invocation.returned(function.call());
            }
        };
    }
}
