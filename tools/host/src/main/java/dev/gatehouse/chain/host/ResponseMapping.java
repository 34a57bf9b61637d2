package dev.gatehouse.chain.host;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts a function's return value to the response. */
final class ResponseMapping {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ResponseMapping() {}

    static Response of(@Nullable Object returned) {
        if (returned == null) {
            return Response.empty(204);
        }
        if (returned instanceof WorkerResponse response) {
            return built(response);
        }
        if (returned instanceof HttpResponseMessage) { // an implementation of the app: the worker supports only its own
            return Response.of(200, TEXT, "{}");
        }
        return withBody(200, Headers.none(), returned);
    }

    private static Response built(WorkerResponse response) {
        int status = response.getStatusCode();
        Object body = response.getBody();
        if (body != null) {
            return withBody(status, response.headers(), body);
        }
        Headers headers = status == 204 ? typed(response.headers()) : withCharset(response.headers());
        return new Response(status, headers, new byte[0]);
    }

    private static Response withBody(int status, Headers headers, Object body) {
        if (body instanceof byte[] bytes) {
            return new Response(status, withCharset(headers), bytes);
        }
        String text = body instanceof String string ? string : JSON.toJson(body);
        return new Response(status, typed(headers), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Headers typed(Headers headers) {
        return headers.has("Content-Type") ? withCharset(headers) : headers.with("Content-Type", TEXT);
    }

    private static Headers withCharset(Headers headers) {
        return headers.first("Content-Type")
                .filter(type -> !type.toLowerCase(Locale.ROOT).contains("charset="))
                .map(type -> headers.with("Content-Type", type + "; charset=utf-8"))
                .orElse(headers);
    }
}
