package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call in expressions: {@code context}.
 *
 * @param request after the policies so far
 * @param variables values stored by policies, by name
 * @param response empty until it exists
 * @param lastError the failure that led to on-error; empty in the other sections
 */
public record Context(
        Request request,
        Map<String, @Nullable Object> variables,
        CallFacts call,
        Optional<Response> response,
        Optional<LastError> lastError) {

    public Context {
        variables = Collections.unmodifiableMap(new HashMap<>(variables)); // which may be null
    }

    /** A call before any policy. */
    public static Context of(Request request, CallFacts call) {
        return new Context(request, Map.of(), call, Optional.empty(), Optional.empty());
    }

    public Context withRequest(Request changed) {
        return new Context(changed, variables, call, response, lastError);
    }

    public Context withVariable(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(variables);
        changed.put(name, value);
        return new Context(request, changed, call, response, lastError);
    }

    public Context withResponse(Response changed) {
        return new Context(request, variables, call, Optional.of(changed), lastError);
    }

    public Context withLastError(LastError error) {
        return new Context(request, variables, call, response, Optional.of(error));
    }
}
