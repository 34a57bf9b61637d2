package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.HttpMethod;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Request;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as a function receives it: with the host's changes to names, repeated fields and bodies. */
record HostRequest(Request request, Map<String, String> parameters) {

    /** @throws IllegalArgumentException for a method that is not in Azure's Java library */
    HttpMethod method() {
        return HttpMethod.value(request.method());
    }

    URI uri() {
        return URI.create("http://" + header("host") + request.target());
    }

    /** Names in lower case, repeated fields joined by a comma. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        request.headers()
                .asMap()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
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

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Bytes for octet-stream and multipart, otherwise text; empty for a body of unknown length, which the host does not read. */
    Optional<Object> body() {
        if (request.body().length == 0 || request.isChunked()) {
            return Optional.empty();
        }
        String type = header("Content-Type").toLowerCase(Locale.ROOT);
        boolean binary = type.startsWith("application/octet-stream") || type.startsWith("multipart/");
        return Optional.of(binary ? request.body() : request.bodyText());
    }
}
