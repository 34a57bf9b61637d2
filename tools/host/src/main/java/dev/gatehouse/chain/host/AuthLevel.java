package dev.gatehouse.chain.host;

/** The kind of key that a function requires. */
public enum AuthLevel {
    ANONYMOUS,
    FUNCTION,
    ADMIN
}
