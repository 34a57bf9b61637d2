package dev.gatehouse.chain.gateway.policy;

import java.io.IOException;
import java.util.Optional;

/** The managed identities of the gateway, and tokens for them. */
@FunctionalInterface
public interface ManagedIdentities {

    /** A deployment without managed identities. */
    ManagedIdentities NONE = (resource, clientId) -> {
        throw new IOException("this deployment has no managed identity");
    };

    /**
     * A token that remains valid for some time.
     *
     * @param resource the API that it is for: an App ID URI or an application's id
     * @param clientId the user-assigned identity's; empty for the system-assigned one
     * @throws IOException when the identity does not exist or gets no token; the message is for an operator
     */
    String token(String resource, Optional<String> clientId) throws IOException;

    /** Whether a cached token remains valid for some time, so that no request is needed. */
    default boolean have(String resource, Optional<String> clientId) {
        return false;
    }
}
