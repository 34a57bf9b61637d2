package dev.gatehouse.local.host;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls functions with the app's class loader in place, and turns what comes of it into an answer. */
final class Invoker {
    private final ClassLoader app;
    private final Instances instances;
    private final HostLog log;

    Invoker(ClassLoader app, Instances instances, HostLog log) {
        this.app = app;
        this.instances = instances;
        this.log = log;
    }

    Response invoke(Router.Route route, Request request) {
        StagedFunction function = route.function();
        try {
            Arrival arrival = new Arrival(request, route.parameters());
            arrival.method(); // the worker reads it at once: an unknown verb fails the call
            Invocation invocation =
                    new Invocation(UUID.randomUUID().toString(), function.name(), arrival, log.of(function.name()));
            Object returned = underTheAppsLoader(function.method(), invocation);
            return function.method().isVoid() ? Response.empty(200) : Answer.of(returned);
        } catch (Throwable thrown) { // an Error too becomes the caller's 500, and leaves the host running
            log.failed(function.name(), "500, the function failed", thrown);
            return Response.empty(500);
        }
    }

    private @Nullable Object underTheAppsLoader(FunctionMethod method, Invocation invocation) throws Throwable {
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
