package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** A function of which the factory makes a wrong instance. */
public class Wrong {
    @FunctionName("wrong")
    public HttpResponseMessage wrong(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("wrong", request);
    }
}
