package dev.gatehouse.chain.host;

/** The kind of key that a function requires. */
enum AuthLevel {
    ANONYMOUS,
    FUNCTION,
    ADMIN
}
