package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls functions, behind the app's middleware and with the app's class loader in place, and turns what comes of it into an answer. */
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
            arrival.method(); // the worker reads it at once: an unknown verb fails the call
            FunctionInvocation invocation = run(function.name(), function.method(), arrival);
            if (!invocation.isBegun()) {
                return Response.empty(204); // looks like success: the worker has nowhere to put an answer
            }
            return function.method().isVoid() ? Response.empty(200) : ResponseMapping.of(invocation.getReturnValue());
        } catch (Throwable thrown) { // an Error too becomes the caller's 500, and leaves the host running
            log.failed(function.name(), "500, the function failed", root(thrown));
            return Response.empty(500);
        }
    }

    /** Runs a function that nobody calls over HTTP, such as a timer's; what it throws is in the log. */
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
