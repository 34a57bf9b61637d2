package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Its constructor throws. */
public class Throws {
    public Throws() throws Exception {
        throw new java.io.IOException("no connection");
    }

    @FunctionName("badException")
    public HttpResponseMessage badException(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("badException", request);
    }
}
