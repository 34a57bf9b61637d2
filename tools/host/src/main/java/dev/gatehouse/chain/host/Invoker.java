package dev.gatehouse.chain.host;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls functions through the app's middleware, with the app's class loader set, and converts the result to a response. */
final class Invoker {
    private final LoadedApp app;
    private final Middlewares middlewares;
    private final Instances instances;
    private final HostLog log;

    Invoker(LoadedApp app, Middlewares middlewares, Instances instances, HostLog log) {
        this.app = app;
        this.middlewares = middlewares;
        this.instances = instances;
        this.log = log;
    }

    /** @param isTraced whether the app has Application Insights */
    Response invoke(Router.Route route, Request request, boolean isTraced) {
        LoadedFunction function = route.function();
        if (function.method().isEmpty()) {
            log.failed(function.name(), "500, the function could not be loaded: " + function.fault());
            return Response.empty(500);
        }
        try {
            EntryPoint method = function.method().get();
            HostRequest arrival = new HostRequest(request, route.parameters(), isTraced);
            arrival.method(); // the worker reads it first: an unknown method fails the call
            FunctionInvocation invocation = run(function.name(), method, arrival);
            if (!invocation.isBegun() || !method.hasReturn()) {
                return Response.empty(204); // looks like success: the worker has no place for a response
            }
            return ResponseMapping.of(invocation.getReturnValue(), method.declaresAResponse());
        } catch (UnservedException missing) {
            log.failed(function.name(), "500, " + missing.getMessage());
        } catch (MalformedResponseException malformed) {
            log.failed(function.name(), "500, " + malformed.getMessage());
        } catch (Throwable thrown) { // an Error also becomes a 500 response, and the host keeps running
            log.failed(function.name(), "500, the function failed", root(thrown));
        }
        return Response.empty(500);
    }

    /** Runs a function that is not called over HTTP, such as a timer function; what it throws is logged. */
    void runOnce(LoadedFunction function, Request input) {
        if (function.method().isEmpty()) {
            log.failed(function.name(), "the function could not be loaded: " + function.fault());
            return;
        }
        try {
            run(function.name(), function.method().get(), new HostRequest(input, Map.of(), false));
        } catch (UnservedException missing) {
            log.failed(function.name(), String.valueOf(missing.getMessage()));
        } catch (Throwable thrown) {
            log.failed(function.name(), "the function failed", root(thrown));
        }
    }

    private FunctionInvocation run(String name, EntryPoint method, HostRequest arrival) throws Exception {
        FunctionInvocation invocation = new FunctionInvocation(name, method, arrival, log.of(name));
        middlewares.run(invocation, () -> underTheAppsLoader(method, invocation));
        for (StagedFunction.Binding output : invocation.written()) {
            log.noted(name, "output " + output.name() + " (" + output.type() + ") is not written by the local host");
        }
        return invocation;
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof InvocationTargetException failed ? failed.getTargetException() : thrown;
    }

    private @Nullable Object underTheAppsLoader(EntryPoint method, FunctionInvocation invocation) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(app.classes().loader());
        try {
            return method.call(invocation, instances);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
