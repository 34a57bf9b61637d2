package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Compiled again without the annotation processor: static. */
public class Renewed {
    @FunctionName("nowStatic")
    public static HttpResponseMessage nowStatic(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("nowStatic", request);
    }

    @FunctionName("nowOther")
    public HttpResponseMessage nowOther(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return Served.by("nowOther", request);
    }
}
