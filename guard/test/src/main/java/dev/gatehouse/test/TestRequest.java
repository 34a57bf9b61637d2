package dev.gatehouse.test;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the worker hands it to a function. Every change makes a new one.
 *
 * @param headers with names in lower case, as the Functions host passes them
 * @param body as the function takes it, such as {@code Optional<String>}
 */
public record TestRequest<T>(HttpMethod method, URI uri, Map<String, String> headers, T body)
        implements HttpRequestMessage<T> {
    private static final String BASE = "https://localhost/api/";

    public TestRequest {
        Map<String, String> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
        headers = Collections.unmodifiableMap(lowerCase);
    }

    /** @param path below the API's address, such as {@code orders/7?expand=lines} */
    public static TestRequest<Optional<String>> get(String path) {
        return of(HttpMethod.GET, path);
    }

    /** A POST with a JSON body. */
    public static TestRequest<Optional<String>> post(String path, String json) {
        return of(HttpMethod.POST, path)
                .withHeader("content-type", "application/json")
                .withBody(json);
    }

    /** A request without headers and body. */
    public static TestRequest<Optional<String>> of(HttpMethod method, String path) {
        return new TestRequest<>(method, URI.create(BASE + path), Map.of(), Optional.empty());
    }

    public TestRequest<T> withMethod(HttpMethod other) {
        return new TestRequest<>(other, uri, headers, body);
    }

    /** Sets a header; it replaces one of the same name, whatever the letter case. */
    public TestRequest<T> withHeader(String name, String value) {
        return withHeaders(Map.of(name, value));
    }

    /** The same request with everything that this token's caller sends: {@code Authorization}, and what a gateway adds. */
    public TestRequest<T> with(TestToken token) {
        return withHeaders(token.headers());
    }

    /** The same request with {@code Authorization: Bearer <token>}. */
    public TestRequest<T> bearing(String token) {
        return withHeader("authorization", "Bearer " + token);
    }

    /** The same request with text as its body, and the length of that. */
    public TestRequest<Optional<String>> withBody(String text) {
        return withHeader("content-length", String.valueOf(text.getBytes(StandardCharsets.UTF_8).length))
                .withBodyOf(Optional.of(text));
    }

    /** The same request for a function that takes another type, such as {@code byte[]} or {@code Optional<Order>}. */
    public <B> TestRequest<B> withBodyOf(B other) {
        return new TestRequest<>(method, uri, headers, other);
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public HttpMethod getHttpMethod() {
        return method;
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                int end = pair.indexOf('=');
                parameters.put(
                        decoded(end < 0 ? pair : pair.substring(0, end)),
                        decoded(end < 0 ? "" : pair.substring(end + 1)));
            }
        }
        return parameters;
    }

    @Override
    public T getBody() {
        return body;
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return new TestResponse.Builder(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new TestResponse.Builder(status);
    }

    private TestRequest<T> withHeaders(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        others.forEach((name, value) -> all.put(name.toLowerCase(Locale.ROOT), value));
        return new TestRequest<>(method, uri, all, body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
