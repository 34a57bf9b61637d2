package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** One that the injector gets wrong. */
public class OwnNull {
    @FunctionName("ownNull")
    public HttpResponseMessage ownNull(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("ownNull", request);
    }
}
