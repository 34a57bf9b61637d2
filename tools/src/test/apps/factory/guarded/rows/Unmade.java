package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** A function of which the factory makes none. */
public class Unmade {
    @FunctionName("unmade")
    public HttpResponseMessage unmade(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("unmade", request);
    }
}
