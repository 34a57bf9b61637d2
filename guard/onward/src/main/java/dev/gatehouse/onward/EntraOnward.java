package dev.gatehouse.onward;

import com.microsoft.azure.functions.ExecutionContext;
import dev.gatehouse.json.Json;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.middleware.PresentedToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;

/**
 * Asks Entra, for users alone and for the contract's scopes alone.
 *
 * @param declared full names of the scopes that the contract lists, which is read when they are needed
 * @param exchange empty where the settings have faults
 */
record EntraOnward(Supplier<Set<String>> declared, Optional<OnwardExchange> exchange) implements Onward {

    @Override
    public OnwardResult onBehalfOf(ExecutionContext context, Set<String> scopes) {
        OnwardResult result = decide(Caller.of(context), PresentedToken.of(context), scopes);
        if (result instanceof OnwardRefusal refusal) {
            log(context, refusal);
        }
        return result;
    }

    private OnwardResult decide(Caller caller, Optional<PresentedToken> token, Set<String> scopes) {
        if (!caller.isUser()) {
            return OnwardRefusal.of(OnwardReason.USER_MISSING);
        }
        if (token.isEmpty()) {
            return OnwardRefusal.of(OnwardReason.TOKEN_NOT_FORWARDED);
        }
        Set<String> known = declared.get();
        List<String> undeclared =
                scopes.stream().filter(scope -> !known.contains(scope)).sorted().toList();
        if (scopes.isEmpty() || !undeclared.isEmpty()) {
            return OnwardRefusal.of(OnwardReason.MISCONFIGURED)
                    .because("the contract's \"onward\" does not list " + undeclared);
        }
        return exchange.isEmpty()
                ? OnwardRefusal.of(OnwardReason.MISCONFIGURED)
                        .because("the settings for calls onward are missing or have faults: see the log of the start")
                : exchange.get().exchange(new OnwardRequest(caller, token.get(), scopes));
    }

    private static void log(ExecutionContext context, OnwardRefusal refusal) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", "onward");
        line.put("operation", context.getFunctionName());
        line.put("reason", refusal.reason().code());
        line.put("detail", refusal.detail());
        context.getLogger().log(Level.WARNING, Json.write(line));
    }
}
