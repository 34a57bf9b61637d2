package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Its method will be final when it is compiled again. */
public class Locked {
    @FunctionName("nowFinal")
    public HttpResponseMessage nowFinal(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("nowFinal", request);
    }
}
