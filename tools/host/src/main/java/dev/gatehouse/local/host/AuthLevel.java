package dev.gatehouse.local.host;

/** Which key a function asks for. */
enum AuthLevel {
    ANONYMOUS,
    FUNCTION,
    ADMIN
}
