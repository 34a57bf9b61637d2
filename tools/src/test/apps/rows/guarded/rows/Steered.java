package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Functions that other middleware looks at. */
public class Steered {
    @FunctionName("thrownOuter")
    public HttpResponseMessage thrownOuter(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("thrownOuter", request);
    }

    @FunctionName("thrownInner")
    public HttpResponseMessage thrownInner(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("thrownInner", request);
    }

    @FunctionName("errorOuter")
    public HttpResponseMessage errorOuter(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("errorOuter", request);
    }

    @FunctionName("errorInner")
    public HttpResponseMessage errorInner(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("errorInner", request);
    }

    @FunctionName("skippedOuter")
    public HttpResponseMessage skippedOuter(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("skippedOuter", request);
    }

    @FunctionName("skippedInner")
    public HttpResponseMessage skippedInner(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("skippedInner", request);
    }
}
