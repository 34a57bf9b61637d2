package dev.gatehouse.token;

/** Which issuer a token has to be checked against, by its own unverified word. */
sealed interface Route {
    record To(Metadata metadata, TokenVersion version) implements Route {}

    record Refused(Violation violation) implements Route {}
}
