package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;

/** Which issuer a token has to be checked against, by its own unverified word. */
sealed interface IssuerMatch {
    record To(DiscoveryUrl metadata, TokenVersion version) implements IssuerMatch {}

    record Refused(Violation violation) implements IssuerMatch {}
}
