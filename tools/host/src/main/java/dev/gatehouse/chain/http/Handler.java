package dev.gatehouse.chain.http;

/** Answers one request. Called by many threads at once. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request);
}
