package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Its constructor fails. */
public class Fails {
    public Fails() {
        throw new AssertionError("no class");
    }

    @FunctionName("badError")
    public HttpResponseMessage badError(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("badError", request);
    }
}
