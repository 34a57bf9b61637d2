package dev.gatehouse.chain.http;

import java.nio.charset.StandardCharsets;

/** A response between two layers of the chain. */
public record Response(int status, Headers headers, byte[] body) {

    public static Response empty(int status) {
        return new Response(status, Headers.none(), new byte[0]);
    }

    public static Response of(int status, String contentType, String body) {
        Headers headers = Headers.none().with("Content-Type", contentType);
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response json(int status, String body) {
        return of(status, "application/json; charset=utf-8", body);
    }

    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }

    public Response withHeaders(Headers changed) {
        return new Response(status, changed, body);
    }

    /** The response that a server may send: this one, or 500 if one of its headers would be split (header injection). */
    public Response sendable() {
        return headers.areWellFormed() ? this : empty(500);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "answer " + status;
    }
}
