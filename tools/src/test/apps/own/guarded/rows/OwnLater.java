package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** One that the injector gets wrong. */
public class OwnLater {
    @FunctionName("ownLater")
    public HttpResponseMessage ownLater(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("ownLater", request);
    }
}
