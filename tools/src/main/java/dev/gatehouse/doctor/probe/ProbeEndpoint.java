package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.doctor.web.Web;
import java.net.URI;
import java.util.Optional;

/**
 * A door, and what there is to open it with.
 *
 * @param address up to where the contract's routes begin
 * @param key a subscription's, or the function app's
 */
public record ProbeEndpoint(Door door, URI address, Optional<String> key, ProbeTokens tokens) {

    /** The request with the door's key, where there is one. */
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
