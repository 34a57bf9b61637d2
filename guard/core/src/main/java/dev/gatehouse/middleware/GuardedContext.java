package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.TraceContext;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * The worker's context of a call that the guard let in, with the caller. Only the guard makes one, and tests do.
 *
 * @param caller empty where the operation is public
 * @param token of that caller; empty where a gateway calls for it
 */
public record GuardedContext(ExecutionContext worker, Optional<Caller> caller, Optional<PresentedToken> token)
        implements ExecutionContext {

    @Override
    public Logger getLogger() {
        return worker.getLogger();
    }

    @Override
    public String getInvocationId() {
        return worker.getInvocationId();
    }

    @Override
    public String getFunctionName() {
        return worker.getFunctionName();
    }

    @Override
    public TraceContext getTraceContext() {
        return worker.getTraceContext();
    }

    @Override
    public RetryContext getRetryContext() {
        return worker.getRetryContext();
    }

    /** Replaces the context where a function takes none and no worker runs it, as in tests. */
    record NoContext(String function) implements ExecutionContext {
        private static final Logger LOGGER = Logger.getLogger("dev.gatehouse");

        @Override
        public Logger getLogger() {
            return LOGGER;
        }

        @Override
        public String getInvocationId() {
            return "";
        }

        @Override
        public String getFunctionName() {
            return function;
        }
    }
}
