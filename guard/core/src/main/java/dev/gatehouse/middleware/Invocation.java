package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpResponseMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The call of a function that this thread runs, and what the guard decided on it. The worker runs its middleware, the injector and
 * the function one after the other on one thread.
 */
public final class Invocation {
    private static final ThreadLocal<Invocation> CURRENT = new ThreadLocal<>();

    private final ExecutionContext context;
    private boolean isDecided;
    private @Nullable HttpResponseMessage refusal;
    private int status;

    private Invocation(ExecutionContext context) {
        this.context = context;
    }

    public static Invocation begin(ExecutionContext context) {
        Invocation invocation = new Invocation(context);
        CURRENT.set(invocation);
        return invocation;
    }

    /** To be called whatever came of the call: the worker uses its threads again. */
    public void end() {
        CURRENT.remove();
    }

    /** Whether the guard decided on a call of this very function. */
    public boolean isDecided() {
        return isDecided;
    }

    /** Whether the guard refused the call. */
    public boolean isRefused() {
        return refusal != null;
    }

    /** Whether this may leave the worker: anything where the guard let the caller in, else what the guard returned, as it was. */
    public boolean isAnsweredBy(@Nullable Object returned) {
        return refusal == null || (refusal == returned && refusal.getStatusCode() == status);
    }

    /** The context of the running function; empty where there is no worker, as in tests. */
    static Optional<ExecutionContext> context() {
        return Optional.ofNullable(CURRENT.get()).map(invocation -> invocation.context);
    }

    /**
     * Records the first decision on the caller; later ones do not change it. A decision for another function, which the running one
     * calls, does not count for this call.
     */
    static void decided(String function, @Nullable HttpResponseMessage refusal) {
        Invocation invocation = CURRENT.get();
        if (invocation != null
                && !invocation.isDecided
                && invocation.context.getFunctionName().equals(function)) {
            invocation.isDecided = true;
            invocation.refusal = refusal;
            invocation.status = refusal == null ? 0 : refusal.getStatusCode();
        }
    }
}
