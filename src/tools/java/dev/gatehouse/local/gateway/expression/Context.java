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
 */
public record Context(Request request, Map<String, Object> variables, Optional<String> subscription) {

    public Context {
        variables = Map.copyOf(variables);
    }

    public Context withRequest(Request changed) {
        return new Context(changed, variables, subscription);
    }

    public Context withVariable(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(variables);
        changed.put(name, value);
        return new Context(request, changed, subscription);
    }
}
