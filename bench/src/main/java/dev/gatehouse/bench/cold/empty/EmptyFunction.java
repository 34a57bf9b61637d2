package dev.gatehouse.bench.cold.empty;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.Optional;

/** Answers 200 without a guard: the cost of Functions for Java itself. */
public final class EmptyFunction {
    @FunctionName("empty")
    public HttpResponseMessage empty(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "empty",
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return request.createResponseBuilder(HttpStatus.OK).build();
    }
}
