package dev.gatehouse.local.http;

/** Answers one request. Called by many threads at once. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request);
}
