package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Functions that the annotation processor did not see. */
public class Plain {
    @FunctionName("plain")
    public HttpResponseMessage plain(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("plain", request);
    }

    @FunctionName("plainStatic")
    public static HttpResponseMessage plainStatic(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("plainStatic", request);
    }

    @FunctionName("plainFinal")
    public final HttpResponseMessage plainFinal(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("plainFinal", request);
    }

    @FunctionName("plainString")
    public String plainString(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        Served.note("plainString");
        return "served by plainString";
    }

    @FunctionName("plainCustom")
    public HttpResponseMessage plainCustom(@CustomBinding(type = "httpTrigger", direction = "in", name = "request") HttpRequestMessage<Optional<String>> request) {
        return Served.by("plainCustom", request);
    }

    @FunctionName("plainCaller")
    public static HttpResponseMessage plainCaller(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return new Nested_Guarded().inner(request, context);
    }
}
