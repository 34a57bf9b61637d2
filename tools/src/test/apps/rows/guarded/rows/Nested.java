package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** A guarded function that calls another one. */
public class Nested {
    @FunctionName("inner")
    public HttpResponseMessage inner(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return Served.by("inner", request);
    }

    @FunctionName("outer")
    public HttpResponseMessage outer(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return new Nested_Guarded().inner(request, context);
    }

    @FunctionName("outerAsWorker")
    public HttpResponseMessage outerAsWorker(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return new Nested_Guarded().inner(request, ((dev.gatehouse.middleware.GuardedContext) context).worker());
    }
}
