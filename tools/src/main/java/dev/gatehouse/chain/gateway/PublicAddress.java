package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.Url;
import dev.gatehouse.chain.http.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway's address that a client used, from its Host header. */
final class PublicAddress {
    private static final String SCHEME = "https";
    private static final int USUAL_PORT = 443;
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    private PublicAddress() {}

    static Url of(Request request) {
        return new Url(authority(request), request.path(), request.query());
    }

    /** Scheme, host and port, without a path; an invalid Host header is not repeated. */
    static String origin(Request request) {
        Url.Authority authority = authority(request);
        String port = authority.port() == USUAL_PORT ? "" : ":" + authority.port();
        return authority.scheme() + "://" + authority.host() + port;
    }

    private static Url.Authority authority(Request request) {
        Matcher host = HOST.matcher(request.headers().first("Host").orElse("localhost"));
        if (!host.matches()) {
            return new Url.Authority(SCHEME, "localhost", USUAL_PORT);
        }
        int port = host.group(2) == null ? USUAL_PORT : Integer.parseInt(host.group(2));
        return new Url.Authority(SCHEME, host.group(1), port);
    }
}
