package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** An app without the annotation processor, which calls the guard itself. */
public class Itself {
    @FunctionName("good")
    public HttpResponseMessage good(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("good", request));
    }

    @FunctionName("forgot")
    public HttpResponseMessage forgot(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("forgot", request);
    }

    @FunctionName("missing")
    public HttpResponseMessage missing(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("missing", request);
    }

    @FunctionName("object")
    public Object object(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        Served.note("object");
        return dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("object", request));
    }
}
