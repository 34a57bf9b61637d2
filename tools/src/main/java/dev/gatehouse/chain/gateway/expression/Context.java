package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see of a call as {@code context}.
 *
 * @param request as the policies so far have left it
 * @param variables what policies have stored, by name
 * @param response empty until there is one
 * @param lastError why the call is in on-error; empty in the other sections
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

    /** A call that no policy has seen yet. */
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
