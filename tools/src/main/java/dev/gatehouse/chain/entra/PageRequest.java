package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Request;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser sends for a page, with its parameters: of the query, or of the form.
 *
 * @param tenant as the path names it
 */
record PageRequest(String tenant, Request request, QueryString parameters) {

    static PageRequest of(String tenant, Request request) {
        return new PageRequest(
                tenant,
                request,
                request.method().equals("GET") ? request.query() : QueryString.parse(request.bodyText()));
    }

    Optional<String> parameter(String name) {
        return parameters.all(name).stream().findFirst().filter(value -> !value.isBlank());
    }

    boolean has(String name) {
        return !parameters.all(name).isEmpty();
    }

    EntraResult<String> required(String name) {
        return EntraResult.of(parameter(name), () -> EntraError.PARAMETER_MISSING.refuse(name));
    }

    /** The name of a parameter that was sent more than once, which RFC 6749 §3.1 forbids. */
    Optional<String> duplicated() {
        Set<String> names = new HashSet<>();
        return parameters.parameters().stream()
                .map(each -> QueryString.decode(each.name()).toLowerCase(Locale.ROOT))
                .filter(name -> !names.add(name))
                .findFirst();
    }

    Optional<String> cookie(String name) {
        return request.headers().all("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::trim)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** As the token endpoint reads it, for the parameters that both endpoints have. */
    TokenRequest asTokenRequest() {
        return new TokenRequest(2, parameters, request.headers());
    }

    /** Without parameters, which may be secret. */
    @Override
    public String toString() {
        return request.toString();
    }
}
