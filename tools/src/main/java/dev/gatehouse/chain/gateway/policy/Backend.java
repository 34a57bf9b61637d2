package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.Url;
import dev.gatehouse.chain.http.LoopbackServer;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A backend entity: the address for calls, and the credentials that prove that the gateway sends them.
 *
 * @param url absolute, without query
 * @param headers the credentials' headers, which replace the call's headers of these names
 */
public record Backend(URI url, Map<String, String> headers) {

    public Backend {
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a backend's url must not contain user and password; use credentials");
        }
        if (url.getScheme() == null || url.getRawAuthority() == null || url.getRawQuery() != null) {
            throw new IllegalArgumentException("a backend's url must be absolute and without a query: " + url);
        }
        headers = Map.copyOf(headers);
    }

    String origin() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** Whether this is the given server, under any name of this machine. */
    boolean isAt(Url.Authority server) {
        int port = url.getPort() >= 0 ? url.getPort() : url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        String other = server.host().toLowerCase(Locale.ROOT);
        return port == server.port() && (host.equals(other) || (isThisMachine(host) && isThisMachine(other)));
    }

    private static boolean isThisMachine(String host) {
        return LoopbackServer.LOCAL_NAMES.contains(host) || host.equals("[::1]");
    }

    /** The target for a path and query below the backend's own path. */
    String below(String target) {
        String path = url.getRawPath();
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + target;
    }

    /** Without the headers' values, which are keys. */
    @Override
    public String toString() {
        return url + " with " + headers.keySet();
    }
}
