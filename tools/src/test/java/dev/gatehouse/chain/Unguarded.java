package dev.gatehouse.chain;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import java.util.Optional;

/** A function as one writes it who forgets the guard. */
public final class Unguarded {
    private Unguarded() {}

    public static HttpResponseMessage list(
            @com.microsoft.azure.functions.annotation.HttpTrigger(name = "request")
                    HttpRequestMessage<Optional<String>> request) {
        return request.createResponseBuilder(HttpStatus.OK).body("[]").build();
    }
}
