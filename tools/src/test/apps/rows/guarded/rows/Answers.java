package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** What functions answer: it passes the guard as it is. */
public class Answers {
    @FunctionName("text")
    public HttpResponseMessage text(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("text", request);
    }

    @FunctionName("json")
    public HttpResponseMessage json(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.with(java.util.Map.of("served", 1), "json", request);
    }

    @FunctionName("bytes")
    public HttpResponseMessage bytes(
            @HttpTrigger(name = "request", methods = HttpMethod.POST, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<byte[]>> request) {
        return Served.with(request.getBody().orElseThrow(), "bytes", request);
    }

    @FunctionName("empty")
    public HttpResponseMessage empty(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        Served.note("empty");
        return request.createResponseBuilder(HttpStatus.NO_CONTENT).build();
    }

    @FunctionName("headers")
    public HttpResponseMessage headers(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        Served.note("headers");
        return request.createResponseBuilder(HttpStatus.ACCEPTED).header("X-Own", "yes").header("Content-Type", "text/csv").body("a,b").build();
    }

    @FunctionName("checked")
    public HttpResponseMessage checked(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) throws java.io.IOException {
        Served.note("checked");
        throw new java.io.IOException("served by checked");
    }

    @FunctionName("error")
    public HttpResponseMessage error(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        Served.note("error");
        throw new AssertionError("served by error");
    }

    @FunctionName("nothing")
    public HttpResponseMessage nothing(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        Served.note("nothing");
        return null;
    }

    @FunctionName("secured")
    public HttpResponseMessage secured(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return Served.with("served by secured for " + dev.gatehouse.middleware.Caller.of(context).roles(), "secured", request);
    }

    @FunctionName("methods")
    public HttpResponseMessage methods(
            @HttpTrigger(name = "request", authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("methods", request);
    }

    private int calls;

    @FunctionName("state")
    public HttpResponseMessage state(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        calls++;
        return Served.with("call " + calls, "state", request);
    }

    @FunctionName("tick")
    public void tick(@TimerTrigger(name = "timer", schedule = "0 0 0 1 1 *") String timer) {
        Served.note("tick");
    }

    @FunctionName("tock")
    public void tock(@TimerTrigger(name = "timer", schedule = "0 0 0 1 1 *") String timer) {
        Served.note("tock");
    }

    public HttpResponseMessage helper(HttpRequestMessage<Optional<String>> request) {
        return Served.by("helper", request);
    }
}
