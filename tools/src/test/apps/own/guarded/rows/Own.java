package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Functions of which the app has an injector of its own. */
public class Own {
    @FunctionName("own")
    public HttpResponseMessage own(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("own", request);
    }
}
