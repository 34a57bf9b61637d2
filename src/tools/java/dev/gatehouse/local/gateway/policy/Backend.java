package dev.gatehouse.local.gateway.policy;

import java.net.URI;
import java.util.Map;

/**
 * A backend entity: where calls go, and what proves there that the gateway sends them.
 *
 * @param url absolute, without query
 * @param headers the credentials' headers, which replace what the call carries under these names
 */
public record Backend(URI url, Map<String, String> headers) {

    public Backend {
        if (url.getScheme() == null || url.getRawAuthority() == null || url.getRawQuery() != null) {
            throw new IllegalArgumentException("a backend's url is absolute and has no query: " + url);
        }
        headers = Map.copyOf(headers);
    }

    String origin() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** The target for a path and query below the backend's own path. */
    String below(String target) {
        String path = url.getRawPath();
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + target;
    }

    /** Without the headers' values: they are keys. */
    @Override
    public String toString() {
        return url + " with " + headers.keySet();
    }
}
