package dev.gatehouse.sample.identity;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.middleware.Reply;
import java.util.Optional;

/** {@code GET whoami}: the first thing to ask when a call is refused elsewhere. */
public final class WhoAmIFunction {
    private final Guard guard;

    public WhoAmIFunction(Guard guard) {
        this.guard = guard;
    }

    @FunctionName("whoAmI")
    public HttpResponseMessage whoAmI(
            @HttpTrigger(
                            name = "request",
                            methods = HttpMethod.GET,
                            route = "whoami",
                            authLevel = AuthorizationLevel.FUNCTION)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return guard.admit(request, context, caller -> Reply.ok(Identity.of(caller)));
    }
}
