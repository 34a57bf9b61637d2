package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** As it was when the annotation processor saw it. */
public class Renewed {
    @FunctionName("nowStatic")
    public HttpResponseMessage nowStatic(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("nowStatic", request);
    }

    @FunctionName("nowOther")
    public HttpResponseMessage nowOther(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("nowOther", request);
    }
}
