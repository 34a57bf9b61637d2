package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** A final class. */
public final class Sealed {
    @FunctionName("plainSealed")
    public HttpResponseMessage plainSealed(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("plainSealed", request);
    }
}
