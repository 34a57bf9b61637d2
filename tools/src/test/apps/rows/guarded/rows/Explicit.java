package rows;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;
import java.util.Optional;

/** Functions that call the guard themselves, or should. */
public class Explicit {
    @FunctionName("good") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage good(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("good", request));
    }

    @FunctionName("finalGood") @dev.gatehouse.functions.GuardedExplicitly
    public final HttpResponseMessage finalGood(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("finalGood", request));
    }

    @FunctionName("open") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage open(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return dev.gatehouse.Gatehouse.guard().open(request, context, () -> Served.by("open", request));
    }

    @FunctionName("openWrong") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage openWrong(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return dev.gatehouse.Gatehouse.guard().open(request, context, () -> Served.by("openWrong", request));
    }

    @FunctionName("forgot") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage forgot(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("forgot", request);
    }

    @FunctionName("ignored") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage ignored(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("never", request));
        return Served.by("ignored", request);
    }

    @FunctionName("same") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage same(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("never", request));
        Served.note("same");
        return request.createResponseBuilder(HttpStatus.UNAUTHORIZED).body("served by same").build();
    }

    @FunctionName("changed") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage changed(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        HttpResponseMessage refusal = dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("never", request));
        Served.note("changed");
        return ((HttpResponseMessage.Builder) refusal).status(HttpStatus.OK).body("served by changed").build();
    }

    @FunctionName("string") @dev.gatehouse.functions.GuardedExplicitly
    public String string(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        HttpResponseMessage answer = dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("string", request));
        Served.note("string");
        return answer.getStatusCode() == 200 ? "text" : "served by string";
    }

    @FunctionName("object") @dev.gatehouse.functions.GuardedExplicitly
    public Object object(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        Served.note("object");
        return dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("object", request));
    }

    @FunctionName("nought") @dev.gatehouse.functions.GuardedExplicitly
    public void nought(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("never", request));
        Served.note("nought");
    }

    @FunctionName("output") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage output(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context, @HttpOutput(name = "answer") OutputBinding<HttpResponseMessage> answer) {
        answer.setValue(Served.by("output", request));
        return dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("never", request));
    }

    @FunctionName("caller") @dev.gatehouse.functions.GuardedExplicitly
    public static HttpResponseMessage caller(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return new Nested_Guarded().inner(request, context);
    }

    @FunctionName("borrowed") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage borrowed(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        return dev.gatehouse.Gatehouse.guard().open(request, new Borrowed(context), () -> Served.by("borrowed", request));
    }

    @FunctionName("retried") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage retried(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        HttpResponseMessage first = dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("never", request));
        return dev.gatehouse.Gatehouse.guard().open(request, context, () -> first).getStatusCode() == 0 ? first : Served.by("retried", request);
    }

    @FunctionName("elsewhere") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage elsewhere(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request, ExecutionContext context) throws Exception {
        return java.util.concurrent.CompletableFuture.supplyAsync(() -> dev.gatehouse.Gatehouse.guard().admit(request, context, caller -> Served.by("elsewhere", request))).get();
    }

    @FunctionName("swallowedOuter") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage swallowedOuter(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("swallowedOuter", request);
    }

    @FunctionName("swallowedInner") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage swallowedInner(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("swallowedInner", request);
    }

    @FunctionName("afterOuter") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage afterOuter(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("afterOuter", request);
    }

    @FunctionName("afterInner") @dev.gatehouse.functions.GuardedExplicitly
    public HttpResponseMessage afterInner(@HttpTrigger(name = "request", methods = HttpMethod.GET, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<Optional<String>> request) {
        return Served.by("afterInner", request);
    }

    /** The context of a function that is public. */
    private record Borrowed(ExecutionContext worker) implements ExecutionContext {
        @Override
        public java.util.logging.Logger getLogger() {
            return worker.getLogger();
        }

        @Override
        public String getInvocationId() {
            return worker.getInvocationId();
        }

        @Override
        public String getFunctionName() {
            return "open";
        }
    }
}
