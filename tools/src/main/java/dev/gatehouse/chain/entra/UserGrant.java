package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Redirects.Platform;

/**
 * What a client was given by a user's sign-in, and gets tokens for.
 *
 * @param platform of the redirect address, which decides how the client proves itself
 * @param userObjectId read again when tokens are made: the user may have been removed since
 */
record UserGrant(String clientId, Platform platform, String userObjectId, RequestedAccess access) {}
