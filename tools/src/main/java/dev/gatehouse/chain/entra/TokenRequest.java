package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Request;
import java.util.Optional;

/**
 * A form sent to the token or the device code endpoint.
 *
 * @param endpointVersion 1 asks by {@code resource}, 2 by {@code scope}
 */
record TokenRequest(int endpointVersion, QueryString form, Headers headers) {

    static TokenRequest of(int endpointVersion, Request request) {
        return new TokenRequest(endpointVersion, QueryString.parse(request.bodyText()), request.headers());
    }

    Optional<String> parameter(String name) {
        return form.all(name).stream().findFirst();
    }

    EntraResult<String> required(String name) {
        return EntraResult.of(
                parameter(name).filter(value -> !value.isBlank()), () -> EntraError.PARAMETER_MISSING.refuse(name));
    }

    @Override
    public String toString() {
        return "token request at the version " + endpointVersion + " endpoint";
    }
}
