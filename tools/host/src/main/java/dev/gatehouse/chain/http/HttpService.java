package dev.gatehouse.chain.http;

import java.util.Locale;
import java.util.Set;

/**
 * What a server serves.
 *
 * @param name of the server, for messages and thread names
 * @param hosts the accepted Host names, lower case, without port
 */
public record HttpService(String name, Set<String> hosts, RequestLimits limits, Handler handler) {

    public HttpService {
        hosts = Set.copyOf(hosts);
    }

    /** The handler's response, or this server's own where the request is not for it. */
    Response answer(Request request) {
        if (!hosts.contains(host(request))) {
            return Response.of(421, "text/plain", "unknown Host name for this server\n");
        }
        try {
            return handler.handle(request).sendable();
        } catch (RuntimeException bug) {
            Bug.reported(name, bug);
            return Response.empty(500);
        }
    }

    private static String host(Request request) {
        return request.headers()
                .first("Host")
                .orElse("")
                .replaceFirst(":\\d+$", "")
                .toLowerCase(Locale.ROOT);
    }
}
