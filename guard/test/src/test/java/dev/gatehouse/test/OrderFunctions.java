package dev.gatehouse.test;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import dev.gatehouse.middleware.Caller;
import java.util.Optional;

/** The functions of an app, as an adopter writes them. */
public class OrderFunctions {
    public HttpResponseMessage readOrder(
            HttpRequestMessage<Optional<String>> request, String id, ExecutionContext context) {
        return request.createResponseBuilder(HttpStatus.OK)
                .body(id + " of " + Caller.of(context).objectId())
                .build();
    }

    public HttpResponseMessage health(HttpRequestMessage<Optional<String>> request) {
        return request.createResponseBuilder(HttpStatus.OK).build();
    }
}
