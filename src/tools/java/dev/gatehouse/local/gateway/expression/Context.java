package dev.gatehouse.local.gateway.expression;

import dev.gatehouse.local.http.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What expressions see of a call as {@code context}.
 *
 * @param request as the policies so far have left it
 * @param variables what policies have stored, by name
 * @param subscription the subscription's id; empty for a call without a key
 * @param lastError why the call is in on-error; empty in the other sections
 */
public record Context(
        Request request, Map<String, Object> variables, Optional<String> subscription, Optional<LastError> lastError) {

    public Context {
        variables = Map.copyOf(variables);
    }

    /** A call that nothing has gone wrong with. */
    public Context(Request request, Map<String, Object> variables, Optional<String> subscription) {
        this(request, variables, subscription, Optional.empty());
    }

    public Context withRequest(Request changed) {
        return new Context(changed, variables, subscription, lastError);
    }

    public Context withVariable(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(variables);
        changed.put(name, value);
        return new Context(request, changed, subscription, lastError);
    }

    public Context withLastError(LastError error) {
        return new Context(request, variables, subscription, Optional.of(error));
    }
}
