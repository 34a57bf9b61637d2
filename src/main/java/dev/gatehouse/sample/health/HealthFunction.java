package dev.gatehouse.sample.health;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.sample.http.Problem;
import dev.gatehouse.sample.http.Responses;
import java.util.Map;
import java.util.Optional;

/** {@code GET health}, public: ready only once the issuers' keys were read, as no caller can be let in without them. */
public class HealthFunction {

    HealthFunction() {}

    /** Contract: {@code "function": "health", "public": true}. */
    @FunctionName("health")
    public HttpResponseMessage health(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "health",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        Guard guard = Gatehouse.guard();
        return guard.isReady()
                ? Responses.ok(request, Map.of("status", "ready"))
                : Responses.retryLater(request, Problem.of(Problem.Type.NOT_READY), guard.retryAfter());
    }
}
