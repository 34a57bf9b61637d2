package dev.gatehouse.worker;

import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.ListedFunction;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which functions of the app run: those that are not HTTP functions, and those that are known to be guarded. Each is looked at once. */
final class GuardedFunctions {
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final ClassLoader jars;
    private final InstanceCheck instances;

    GuardedFunctions(ClassLoader jars) {
        this.jars = jars;
        this.instances = new InstanceCheck(jars);
    }

    /**
     * Whether the guard must decide on the call.
     *
     * @throws Refused for an HTTP function that is not guarded, and for one of which nothing is known
     */
    boolean mustBeDecided(MiddlewareContext context) throws Refused {
        String name = context.getFunctionName();
        Boolean before = known.get(name);
        if (before != null) {
            return before;
        }
        boolean isHttp = look(name, context.getParameterName("HttpTrigger") != null);
        known.put(name, isHttp);
        return isHttp;
    }

    private boolean look(String name, boolean isAnnotated) throws Refused {
        Optional<FunctionDefinition> definition = FunctionDefinition.of(name);
        Optional<ListedFunction> listed = list(name).find(name);
        boolean isHttp = isAnnotated
                || definition.filter(FunctionDefinition::isHttp).isPresent()
                || listed.filter(ListedFunction::isHttp).isPresent();
        if (isHttp) {
            check(name, listed, definition);
        } else if (definition.isEmpty() && listed.isEmpty()) {
            throw new Refused(
                    name,
                    "its function.json was not found, so what triggers it is not known",
                    "deploy the app as it was staged");
        }
        return isHttp;
    }

    private void check(String name, Optional<ListedFunction> listed, Optional<FunctionDefinition> definition)
            throws Refused {
        if (listed.isEmpty() && Gatehouse.guard().isExplicit(name)) {
            return;
        }
        ListedFunction function = listed.orElseThrow(() -> new Refused(
                name,
                "the annotation processor of the guard did not see it",
                "compile it with gatehouse-functions as annotation processor (JDK 23 and newer run processors only with -proc:full or"
                        + " annotationProcessorPaths), in the jar that the app is staged with; where it calls the guard itself, add"
                        + " \"explicit\": true to its operation in the contract"));
        if (!function.isHttp()) {
            throw new Refused(
                    name,
                    "its function.json has an httpTrigger, its code has " + function.kind(),
                    "stage the app anew, and do not edit function.json");
        }
        String entryPoint = definition.map(FunctionDefinition::entryPoint).orElse(function.entryPoint());
        if (!entryPoint.equals(function.entryPoint())) {
            throw new Refused(
                    name,
                    "its function.json names " + entryPoint + ", its code is " + function.entryPoint(),
                    "stage the app anew, and do not edit function.json");
        }
        if (!function.isExplicit()) {
            instances.check(function);
        }
    }

    private FunctionList list(String name) throws Refused {
        try {
            return FunctionList.read(jars);
        } catch (IOException unreadable) {
            throw new Refused(
                    name,
                    "the list of functions cannot be read: " + unreadable.getMessage(),
                    "compile and stage the app anew");
        }
    }
}
