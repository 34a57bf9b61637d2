package dev.gatehouse.token;

/** Reads compact tokens: {@link SignedToken#read}, or {@link VerifiedTokenCache} in front of it. */
@FunctionalInterface
interface TokenReader {
    TokenReading read(String compact);
}
