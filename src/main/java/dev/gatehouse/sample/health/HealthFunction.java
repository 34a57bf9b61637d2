package dev.gatehouse.sample.health;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.middleware.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** {@code GET health}, open to everybody: ready only when the issuers' keys were read, as without them nobody is admitted. */
public final class HealthFunction {
    private final Guard guard;
    private final BooleanSupplier ready;

    public HealthFunction(Guard guard, BooleanSupplier ready) {
        this.guard = guard;
        this.ready = ready;
    }

    @FunctionName("health")
    public HttpResponseMessage health(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "health",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return guard.open(request, context, this::status);
    }

    private Reply status() {
        return ready.getAsBoolean() ? Reply.ok(Map.of("status", "ready")) : Reply.notReady();
    }
}
