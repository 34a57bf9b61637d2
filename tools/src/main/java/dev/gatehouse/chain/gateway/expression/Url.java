package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.http.QueryString;

/** An address in the parts of C#'s {@code IUrl}. */
public record Url(Authority authority, String path, QueryString query) {

    /** The address of a server. */
    public record Authority(String scheme, String host, int port) {}
}
