package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** One that the injector gets wrong. */
public class OwnException {
    @FunctionName("ownException")
    public HttpResponseMessage ownException(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("ownException", request);
    }
}
