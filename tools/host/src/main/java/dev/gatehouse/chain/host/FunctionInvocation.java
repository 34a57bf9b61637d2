package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.OutputBinding;
import com.microsoft.azure.functions.TraceContext;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;
import dev.gatehouse.chain.host.StagedFunction.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function: the {@code ExecutionContext} of the function and the context of middleware, one object as
 * in the worker. Middleware does not see the request; its return value is used only after the function ran.
 */
final class FunctionInvocation implements MiddlewareContext {
    private final String id = UUID.randomUUID().toString();
    private final String name;
    private final EntryPoint method;
    private final HostRequest arrival;
    private final Logger logger;
    private final Map<String, Object> replaced = new HashMap<>();
    private final List<CapturedOutput<?>> outputs = new ArrayList<>();
    private boolean isBegun;
    private @Nullable Object returned;

    FunctionInvocation(String name, EntryPoint method, HostRequest arrival, Logger logger) {
        this.name = name;
        this.method = method;
        this.arrival = arrival;
        this.logger = logger;
    }

    HostRequest arrival() {
        return arrival;
    }

    /** Whether the function has not run yet; it runs only once. */
    boolean begin() {
        boolean isFirst = !isBegun;
        isBegun = true;
        return isFirst;
    }

    /** Whether the function ran. If not, the worker has no place for a response, and the caller gets 204. */
    boolean isBegun() {
        return isBegun;
    }

    void returned(@Nullable Object value) {
        returned = value;
    }

    /** A new output binding of this call. */
    OutputBinding<?> output(Binding binding) {
        CapturedOutput<Object> output = new CapturedOutput<>(binding);
        outputs.add(output);
        return output;
    }

    /** The output bindings that the function set. */
    List<Binding> written() {
        return outputs.stream()
                .filter(output -> output.getValue() != null)
                .map(CapturedOutput::binding)
                .toList();
    }

    /** The value with which middleware replaced an argument; null if it did not. */
    @Nullable
    Object replaced(String parameter) {
        return replaced.get(parameter);
    }

    @Override
    public Logger getLogger() {
        return logger;
    }

    @Override
    public String getInvocationId() {
        return id;
    }

    @Override
    public String getFunctionName() {
        return name;
    }

    @Override
    public TraceContext getTraceContext() {
        return arrival.isTraced()
                ? new Trace(arrival.header("traceparent"), arrival.header("tracestate"))
                : new Trace("", "");
    }

    /** The name of the binding whose annotation has this simple name. */
    @Override
    public @Nullable String getParameterName(String annotation) {
        return method.binding(annotation);
    }

    /** Always null: the worker keeps only text inputs, and a request is not one. */
    @Override
    public @Nullable Object getParameterValue(String name) {
        return null;
    }

    @Override
    public void updateParameterValue(String name, @Nullable Object value) {
        if (value != null) { // the worker ignores null
            replaced.put(name, value);
        }
    }

    @Override
    public @Nullable Object getReturnValue() {
        return returned;
    }

    @Override
    public void updateReturnValue(@Nullable Object value) {
        returned = value;
    }

    /** The caller's trace, as sent; empty texts when it sends no trace (Azure's host would start one), or no Application Insights. */
    private record Trace(String traceparent, String tracestate) implements TraceContext {
        @Override
        public String getTraceparent() {
            return traceparent;
        }

        @Override
        public String getTracestate() {
            return tracestate;
        }

        @Override
        public Map<String, String> getAttributes() {
            return Map.of();
        }
    }
}
