package dev.gatehouse.worker;

import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.ListedFunction;
import dev.gatehouse.worker.FunctionDefinitions.FunctionDefinition;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which functions of the app run: those that are not HTTP functions, and those that are known to be guarded. Each is looked at once. */
final class GuardedFunctions {
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final ClassLoader jars;
    private final FunctionDefinitions definitions;
    private final GuardedClasses classes;
    private volatile @Nullable FunctionList list;

    /**
     * A function that may run.
     *
     * @param isHttp whether the guard must decide on its calls
     * @param returnsResponse whether a refusal that it returns reaches the caller as one
     */
    record Known(boolean isHttp, boolean returnsResponse) {}

    GuardedFunctions(ClassLoader jars, FunctionDefinitions definitions) {
        this.jars = jars;
        this.definitions = definitions;
        this.classes = new GuardedClasses(jars, new InstanceCheck(jars));
    }

    /** @throws FunctionRefusedException for an HTTP function that is not guarded, and for one of which nothing is known */
    Known of(MiddlewareContext context) throws FunctionRefusedException {
        String name = context.getFunctionName();
        Known before = known.get(name);
        if (before != null) {
            return before;
        }
        Known now = look(name, context.getParameterName("HttpTrigger") != null);
        known.put(name, now);
        return now;
    }

    private Known look(String name, boolean isAnnotated) throws FunctionRefusedException {
        FunctionDefinition definition = definitions
                .find(name)
                .orElseThrow(() -> new FunctionRefusedException(
                        name,
                        "its function.json was not found, or is not plain JSON, so what calls it is not known",
                        "deploy the app as it was staged"));
        Optional<ListedFunction> listed = list(name).find(name);
        if (!isAnnotated
                && !definition.isHttp()
                && listed.filter(ListedFunction::isHttp).isEmpty()) {
            return new Known(false, false);
        }
        if (definition.answersPastReturn()) {
            throw new FunctionRefusedException(
                    name,
                    "its answer leaves by another output binding, not through what the guard returns",
                    "remove @HttpOutput, and return HttpResponseMessage");
        }
        if (listed.isEmpty() && Gatehouse.guard().isExplicit(name)) {
            return new Known(true, classes.returnsResponse(name, definition.entryPoint()));
        }
        ListedFunction function = agreed(name, listed, definition);
        if (function.isExplicit()) {
            return new Known(true, classes.returnsResponse(name, definition.entryPoint()));
        }
        classes.check(function);
        return new Known(true, true);
    }

    private static ListedFunction agreed(String name, Optional<ListedFunction> listed, FunctionDefinition definition)
            throws FunctionRefusedException {
        ListedFunction function = listed.orElseThrow(() -> new FunctionRefusedException(
                name,
                "the annotation processor of the guard did not see it",
                "compile it with gatehouse-functions as annotation processor (JDK 23 and newer run processors only with -proc:full or"
                        + " annotationProcessorPaths), in the jar that the app is staged with; where it calls the guard itself, add"
                        + " \"explicit\": true to its operation in the contract"));
        if (!function.isHttp()) {
            throw new FunctionRefusedException(
                    name,
                    "its function.json has an httpTrigger, its code has " + function.kind(),
                    "stage the app anew, and do not edit function.json");
        }
        if (!definition.entryPoint().equals(function.entryPoint())) {
            throw new FunctionRefusedException(
                    name,
                    "its function.json names " + definition.entryPoint() + ", its code is " + function.entryPoint(),
                    "stage the app anew, and do not edit function.json");
        }
        return function;
    }

    private FunctionList list(String name) throws FunctionRefusedException {
        FunctionList before = list;
        if (before != null) {
            return before;
        }
        try {
            FunctionList now = FunctionList.read(jars);
            list = now;
            return now;
        } catch (IOException unreadable) {
            throw new FunctionRefusedException(
                    name,
                    "the list of functions cannot be read: " + unreadable.getMessage(),
                    "compile and stage the app anew");
        }
    }
}
