package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.HttpMethod;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Request;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as a function receives it: with the host's changes to names, repeated fields and bodies.
 *
 * @param parameters of the route
 * @param isTraced whether the host hands a trace on, which it does with Application Insights only
 */
record HostRequest(Request request, Map<String, String> parameters, boolean isTraced) {
    private static final String KEY = "code";

    /** @throws IllegalArgumentException for a method that is not in Azure's Java library */
    HttpMethod method() {
        return HttpMethod.value(request.method());
    }

    /**
     * The path as the host writes it, the query as sent.
     *
     * @throws IllegalArgumentException when the query is not one of a URI, as in the worker
     */
    URI uri() {
        String path = RequestPath.parse(request.path()).encoded();
        return URI.create("http://" + header("host") + path
                + request.target().substring(request.path().length()));
    }

    /** Names in lower case, repeated fields joined by a comma. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        request.headers()
                .asMap()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), HeaderText.of(String.join(",", values))));
        return Collections.unmodifiableMap(headers);
    }

    String header(String name) {
        return request.headers().joined(name).orElse("");
    }

    /** Decoded; repeated parameters (names compared without case) joined by a comma under the first name; empty ones left out. */
    Map<String, String> query() {
        Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (QueryString.Parameter parameter : request.query().parameters()) {
            String value = QueryString.decode(parameter.value().orElse(""));
            if (!value.isEmpty()) {
                joined.merge(QueryString.decode(parameter.name()), value, (first, next) -> first + "," + next);
            }
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(joined)); // the worker's map is case-sensitive
    }

    /** The value for {@code @BindingName}, case-sensitive: of the route, else of the query, but never the key. */
    Optional<String> metadata(String name) {
        Optional<String> fromRoute = Optional.ofNullable(parameters.get(name));
        return fromRoute.isPresent() || name.equalsIgnoreCase(KEY) ? fromRoute : Optional.ofNullable(query().get(name));
    }

    /** Bytes for octet-stream and multipart, otherwise text; empty for a body of unknown length, which the host does not read. */
    Optional<Object> body() {
        if (request.body().length == 0 || request.isChunked()) {
            return Optional.empty();
        }
        String type = header("Content-Type").toLowerCase(Locale.ROOT);
        boolean binary = type.startsWith("application/octet-stream") || type.startsWith("multipart/");
        return Optional.of(binary ? request.body() : text(request.body()));
    }

    /** UTF-8, unless a byte order mark says otherwise, as .NET's StreamReader reads it. */
    private static String text(byte[] body) {
        if (startsWith(body, 0xFF, 0xFE)) {
            return after(2, body, StandardCharsets.UTF_16LE);
        }
        if (startsWith(body, 0xFE, 0xFF)) {
            return after(2, body, StandardCharsets.UTF_16BE);
        }
        return after(startsWith(body, 0xEF, 0xBB, 0xBF) ? 3 : 0, body, StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String after(int mark, byte[] body, Charset charset) {
        return new String(body, mark, body.length - mark, charset);
    }
}
