package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.http.QueryString;

/** An address in its parts, as C#'s {@code IUrl} shows them. */
public record Url(Authority authority, String path, QueryString query) {

    /** Where a server is. */
    public record Authority(String scheme, String host, int port) {}
}
