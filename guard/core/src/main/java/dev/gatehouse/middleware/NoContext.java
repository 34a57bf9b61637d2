package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.logging.Logger;

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
