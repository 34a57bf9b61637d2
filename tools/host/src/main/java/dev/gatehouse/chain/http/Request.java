package dev.gatehouse.chain.http;

import java.nio.charset.StandardCharsets;

/**
 * A request between two layers of the chain.
 *
 * @param method as sent, in its original case
 * @param target path and query exactly as sent: nothing decoded, nothing normalised
 * @param headers the fields as received
 * @param body empty when there is none
 */
public record Request(String method, String target, Headers headers, byte[] body) {

    public static Request get(String target) {
        return new Request("GET", target, Headers.none(), new byte[0]);
    }

    public static Request post(String target, String contentType, String body) {
        Headers headers = Headers.none().with("Content-Type", contentType);
        return new Request("POST", target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The path as sent, still percent-encoded. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public QueryString query() {
        int query = target.indexOf('?');
        return QueryString.parse(query < 0 ? "" : target.substring(query + 1));
    }

    public boolean isChunked() {
        return headers.joined("Transfer-Encoding").isPresent();
    }

    public Request with(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    public Request withHeaders(Headers changed) {
        return new Request(method, target, changed, body);
    }

    public Request withTarget(String changed) {
        return new Request(method, changed, headers, body);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Method and path only: query, headers and body may be secret. */
    @Override
    public String toString() {
        return method + " " + path();
    }
}
