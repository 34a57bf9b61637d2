package dev.gatehouse.chain.host;

/** Which key a function asks for. */
enum AuthLevel {
    ANONYMOUS,
    FUNCTION,
    ADMIN
}
