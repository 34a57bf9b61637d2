package dev.gatehouse.test;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.middleware.GuardedCall;
import java.util.Optional;

/** What the annotation processor writes for {@link OrderFunctions}. */
public class OrderFunctions_Guarded extends OrderFunctions {
    @Override
    public HttpResponseMessage readOrder(
            HttpRequestMessage<Optional<String>> request, String id, ExecutionContext context) {
        GuardedCall call = Gatehouse.guard().call("readOrder", request, context);
        return call.isRefused() ? call.refusal() : call.answered(super.readOrder(request, id, call.context()));
    }

    @Override
    public HttpResponseMessage health(HttpRequestMessage<Optional<String>> request) {
        GuardedCall call = Gatehouse.guard().call("health", request, null);
        return call.isRefused() ? call.refusal() : call.answered(super.health(request));
    }
}
