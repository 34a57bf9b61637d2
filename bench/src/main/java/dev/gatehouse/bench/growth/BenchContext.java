package dev.gatehouse.bench.growth;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.TraceContext;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The worker's context of a call. */
record BenchContext(String getFunctionName) implements ExecutionContext, TraceContext {
    private static final Logger LOG = Logger.getAnonymousLogger();

    static {
        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.INFO);
    }

    @Override
    public Logger getLogger() {
        return LOG;
    }

    @Override
    public String getInvocationId() {
        return "11111111-2222-4333-8444-555555555555";
    }

    @Override
    public TraceContext getTraceContext() {
        return this;
    }

    @Override
    public String getTraceparent() {
        return "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    }

    @Override
    public String getTracestate() {
        return "";
    }

    @Override
    public Map<String, String> getAttributes() {
        return Map.of();
    }
}
