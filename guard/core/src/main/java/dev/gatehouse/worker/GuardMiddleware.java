package dev.gatehouse.worker;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareChain;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.middleware.Invocation;

/**
 * Found by the worker through {@code META-INF/services} of this library, whichever of the app's jars it loads first. It can only
 * refuse by an exception, which the host answers with an empty 500 and writes to the log: a worker's middleware does not see the
 * request. No {@link Error} gets out of it, as the worker would then never answer the call, and restart.
 */
public final class GuardMiddleware implements Middleware {
    private final GuardedFunctions functions = new GuardedFunctions(GuardMiddleware.class.getClassLoader());

    /** Never throws: the host would wait for an answer to its loading of functions, and end itself. */
    public GuardMiddleware() {
        Gatehouse.start().isDone(); // not waited for
    }

    /** @throws Exception what the function threw; {@link Refused} where it is not guarded or did not ask the guard */
    @Override
    public void invoke(MiddlewareContext context, MiddlewareChain chain) throws Exception {
        try {
            boolean isHttp = functions.mustBeDecided(context);
            Invocation invocation = Invocation.begin(context);
            try {
                chain.doNext(context);
            } finally {
                invocation.end();
            }
            if (isHttp) {
                check(invocation, context);
            }
        } catch (Error error) {
            throw new IllegalStateException(
                    "Gatehouse error: function " + context.getFunctionName() + " failed: " + error, error);
        }
    }

    private static void check(Invocation invocation, MiddlewareContext context) throws Refused {
        if (!invocation.isDecided()) {
            throw new Refused(
                    context.getFunctionName(),
                    "it answered without asking the guard",
                    "return guard.admit(...) or guard.open(...) in a function that is guarded explicitly; in any other, let the injector"
                            + " hand out the guarded class");
        }
        Object returned = context.getReturnValue();
        boolean isAnswer = invocation.refusal().stream()
                .allMatch(refusal -> returned instanceof HttpResponseMessage answer
                        && answer.getStatusCode() == refusal.getStatusCode());
        if (!isAnswer) {
            throw new Refused(
                    context.getFunctionName(),
                    "the guard refused the call, and the function answered something else",
                    "return what guard.admit(...) returns, as HttpResponseMessage");
        }
    }
}
