package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Optional;

/**
 * The permissions of pages of other origins (Fetch standard, "CORS protocol").
 *
 * @param origins in their normal form, or {@link #ANY} alone
 * @param credentials whether the browser may send them and show the response
 */
record CrossOrigin(List<String> origins, Preflight preflight, List<String> exposed, boolean credentials) {
    static final String ANY = "*";

    /**
     * The response to a preflight request.
     *
     * @param maxAge how many seconds the browser may cache it
     */
    record Preflight(List<String> methods, List<String> headers, Optional<Integer> maxAge) {}

    CrossOrigin {
        origins = List.copyOf(origins);
        exposed = List.copyOf(exposed);
    }

    boolean includes(String origin) {
        return origins.contains(ANY)
                || Origin.of(origin).filter(origins::contains).isPresent();
    }

    Response preflight(String origin) {
        Response answer = granted(origin, Response.empty(200))
                .with("Access-Control-Allow-Methods", String.join(",", preflight.methods()))
                .with("Access-Control-Allow-Headers", String.join(",", preflight.headers()));
        return preflight
                .maxAge()
                .map(seconds -> answer.with("Access-Control-Max-Age", Integer.toString(seconds)))
                .orElse(answer);
    }

    /** The response with CORS headers for this origin; the backend's own CORS headers are replaced. */
    Response granted(String origin, Response response) {
        Response granted = response.withHeaders(response.headers().without("Access-Control-Allow-Credentials"))
                .with("Access-Control-Allow-Origin", origins.contains(ANY) ? ANY : origin);
        if (credentials) {
            granted = granted.with("Access-Control-Allow-Credentials", "true");
        }
        return exposed.isEmpty() ? granted : granted.with("Access-Control-Expose-Headers", String.join(",", exposed));
    }
}
