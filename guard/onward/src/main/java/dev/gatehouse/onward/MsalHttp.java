package dev.gatehouse.onward;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends what MSAL4J asks for, through the JVM's proxy and trust store, within limits, without redirects; keeps the last answer, as
 * MSAL4J does not hand out all of its members. For one exchange.
 */
final class MsalHttp implements IHttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 256 * 1024;
    private static final int FIRST_ERROR = 400;

    private volatile Optional<EntraAnswer> last = Optional.empty();

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) request.url().openConnection();
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) READ.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        if (request.headers() != null) {
            request.headers().forEach((name, value) -> connection.setRequestProperty(name, value));
        }
        if (request.httpMethod() == HttpMethod.POST) {
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.getOutputStream().write(request.body().getBytes(StandardCharsets.UTF_8));
        }
        return answer(connection);
    }

    /** What came last; empty where nothing was answered. */
    Optional<EntraAnswer> last() {
        return last;
    }

    private IHttpResponse answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String body = body(status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream());
        String retryAfter = connection.getHeaderField("Retry-After");
        last = Optional.of(new EntraAnswer(status, retryAfter == null ? "" : retryAfter, body));
        HttpResponse response = new HttpResponse().statusCode(status).body(body);
        response.addHeaders(headers(connection));
        return response;
    }

    private static String body(InputStream stream) throws IOException {
        if (stream == null) {
            return "";
        }
        try (stream) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("the answer is longer than " + MAX_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The JDK puts the status line under the name null. */
    private static Map<String, List<String>> headers(HttpURLConnection connection) {
        Map<String, List<String>> headers = new HashMap<>(connection.getHeaderFields());
        headers.remove(null);
        return headers;
    }
}
