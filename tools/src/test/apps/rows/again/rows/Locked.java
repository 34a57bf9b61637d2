package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Compiled again without the annotation processor: final. */
public class Locked {
    @FunctionName("nowFinal")
    public final HttpResponseMessage nowFinal(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("nowFinal", request);
    }
}
