package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.doctor.web.Web;
import java.net.URI;
import java.util.Optional;

/**
 * An endpoint with the key and the tokens to call it with.
 *
 * @param address base URL of the contract's routes
 * @param key a subscription key, or a key of the function app
 */
public record ProbeEndpoint(Door door, URI address, Optional<String> key, ProbeTokens tokens) {

    /** The request with the endpoint's key, if a key is known. */
    public Request keyed(Request request) {
        return key.map(value -> request.with(door.keyHeader(), value)).orElse(request);
    }

    static Request bearing(Request request, String token) {
        return request.with("Authorization", "Bearer " + token);
    }

    Response answer(Web web, Request request) {
        return web.send(address, request);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return door + " " + address;
    }
}
