package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls functions through the app's middleware, with the app's class loader set, and converts the result to a response. */
final class Invoker {
    private final ClassLoader app;
    private final Middlewares middlewares;
    private final Instances instances;
    private final HostLog log;

    Invoker(ClassLoader app, Middlewares middlewares, Instances instances, HostLog log) {
        this.app = app;
        this.middlewares = middlewares;
        this.instances = instances;
        this.log = log;
    }

    Response invoke(Router.Route route, Request request) {
        StagedFunction function = route.function();
        try {
            HostRequest arrival = new HostRequest(request, route.parameters());
            arrival.method(); // the worker reads it first: an unknown method fails the call
            FunctionInvocation invocation = run(function.name(), function.method(), arrival);
            if (!invocation.isBegun()) {
                return Response.empty(204); // looks like success: the worker has no place for a response
            }
            return function.method().isVoid() ? Response.empty(200) : ResponseMapping.of(invocation.getReturnValue());
        } catch (Throwable thrown) { // an Error also becomes a 500 response, and the host keeps running
            log.failed(function.name(), "500, the function failed", root(thrown));
            return Response.empty(500);
        }
    }

    /** Runs a function that is not called over HTTP, such as a timer function; what it throws is logged. */
    void invoke(OtherFunction function, Request input) {
        try {
            run(function.name(), function.method(), new HostRequest(input, Map.of()));
        } catch (Throwable thrown) {
            log.failed(function.name(), "the function failed", root(thrown));
        }
    }

    private FunctionInvocation run(String name, EntryPoint method, HostRequest arrival) throws Exception {
        FunctionInvocation invocation = new FunctionInvocation(name, method, arrival, log.of(name));
        middlewares.run(invocation, () -> underTheAppsLoader(method, invocation));
        return invocation;
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof InvocationTargetException failed ? failed.getTargetException() : thrown;
    }

    private @Nullable Object underTheAppsLoader(EntryPoint method, FunctionInvocation invocation) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(app);
        try {
            return method.call(invocation, instances);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
