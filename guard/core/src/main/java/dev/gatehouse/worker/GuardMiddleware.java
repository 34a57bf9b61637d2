package dev.gatehouse.worker;

import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareChain;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.middleware.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * Found by the worker through {@code META-INF/services} of this library, whichever of the app's jars it loads first. It can only
 * refuse by an exception, which the host answers with an empty 500 and writes to the log: a worker's middleware does not see the
 * request. No {@link Error} gets out of it, as the worker would then never answer the call, and restart.
 */
public final class GuardMiddleware implements Middleware {
    private volatile @Nullable GuardedFunctions functions;

    /** Never throws: the host would wait for an answer to its loading of functions, and end itself. */
    public GuardMiddleware() {
        try {
            functions = ofThisApp();
            Gatehouse.begin();
        } catch (Throwable missing) {
            // a library that is not there: each call finds that out again, and is refused
        }
    }

    GuardMiddleware(GuardedFunctions functions) {
        this.functions = functions;
    }

    private static GuardedFunctions ofThisApp() {
        return new GuardedFunctions(GuardMiddleware.class.getClassLoader(), FunctionDefinitions.ofThisApp());
    }

    /** @throws Exception what the function threw; {@link FunctionRefusedException} where it is not guarded or did not ask the guard */
    @Override
    public void invoke(MiddlewareContext context, MiddlewareChain chain) throws Exception {
        try {
            GuardedFunctions known = functions;
            GuardedFunctions.Known function = (known == null ? ofThisApp() : known).of(context);
            if (function.isHttp()) {
                guard(function, context, chain);
            } else {
                chain.doNext(context);
            }
        } catch (Exception thrown) {
            throw thrown;
        } catch (Throwable error) {
            throw failed(context.getFunctionName(), error);
        }
    }

    private static Exception failed(String function, Throwable error) {
        Exception failed = new IllegalStateException("Gatehouse error: function " + function + " failed: " + error
                + ". Where a class is missing, stage the app with all libraries of gatehouse-guard in lib/.");
        failed.addSuppressed(error); // not as its cause: the worker reports the message of the last cause only
        return failed;
    }

    private static void guard(GuardedFunctions.Known function, MiddlewareContext context, MiddlewareChain chain)
            throws Exception {
        boolean isGuarded = false;
        Invocation invocation = Invocation.begin(context);
        try {
            chain.doNext(context);
            check(function, invocation, context);
            isGuarded = true;
        } finally {
            invocation.end();
            if (!isGuarded) {
                context.updateReturnValue(null); // a middleware around this one may take the exception for its own
            }
        }
    }

    private static void check(GuardedFunctions.Known function, Invocation invocation, MiddlewareContext context)
            throws FunctionRefusedException {
        if (!invocation.isDecided()) {
            throw new FunctionRefusedException(
                    context.getFunctionName(),
                    "it answered without asking the guard",
                    "return guard.admit(...) or guard.open(...) in a function that is guarded explicitly; in any other, let the injector"
                            + " hand out the guarded class");
        }
        if (!invocation.isAnsweredBy(context.getReturnValue())) {
            throw new FunctionRefusedException(
                    context.getFunctionName(),
                    "the guard refused the call, and the function answered something else",
                    "return what guard.admit(...) returns, as it is");
        }
        if (invocation.isRefused() && !function.returnsResponse()) {
            throw new FunctionRefusedException(
                    context.getFunctionName(),
                    "the guard refused the call, and the host would answer 200, as the function is not declared to return"
                            + " HttpResponseMessage",
                    "declare it to return HttpResponseMessage");
        }
    }
}
