package dev.gatehouse.token;

/** The outcome of reading a compact token. */
public sealed interface TokenReading {

    /** A JWS whose header is acceptable; its signature and claims are still to be checked. */
    record Readable(SignedToken token) implements TokenReading {}

    /** No such token; nothing in it was used. */
    record Unreadable(CheckResult fault) implements TokenReading {}
}
