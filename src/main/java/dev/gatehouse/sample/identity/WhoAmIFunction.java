package dev.gatehouse.sample.identity;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.sample.http.Responses;
import java.util.Optional;

/** {@code GET whoami}: the first thing to ask where a call is refused elsewhere. */
public class WhoAmIFunction {

    WhoAmIFunction() {}

    /** Contract: {@code "function": "whoAmI"}. */
    @FunctionName("whoAmI")
    public HttpResponseMessage whoAmI(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "whoami",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return Responses.ok(request, Identity.of(Caller.of(context)));
    }
}
