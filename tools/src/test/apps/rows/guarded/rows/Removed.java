package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Its guarded subclass is not in the jar. */
public class Removed {
    @FunctionName("removed")
    public HttpResponseMessage removed(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("removed", request);
    }
}
