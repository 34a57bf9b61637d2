package rows;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the body of a function does: it leaves a file behind, and answers. */
public final class Served {
    private Served() {}

    public static void note(String function) {
        try {
            Files.writeString(Path.of(System.getenv("ROWS_RAN"), function), "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static HttpResponseMessage by(String function, HttpRequestMessage<?> request) {
        return with("served by " + function, function, request);
    }

    public static HttpResponseMessage with(Object body, String function, HttpRequestMessage<?> request) {
        note(function);
        return request.createResponseBuilder(HttpStatus.OK).body(body).build();
    }
}
