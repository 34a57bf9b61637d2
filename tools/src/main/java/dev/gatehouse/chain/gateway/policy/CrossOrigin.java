package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** A web origin: scheme, host and port (RFC 6454). */
    static final class Origin {
        private static final Pattern FORM = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

        private Origin() {}

        /** The origin's normal form, without a default port; empty if the text is not an origin. */
        static Optional<String> of(String text) {
            if (!FORM.matcher(text).matches()) {
                return Optional.empty();
            }
            URI uri = URI.create(text.toLowerCase(Locale.ROOT));
            if (uri.getHost() == null || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            int usual = uri.getScheme().equals("https") ? 443 : 80;
            boolean plain = uri.getPort() < 0 || uri.getPort() == usual;
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + (plain ? "" : ":" + uri.getPort()));
        }
    }
}
