package dev.gatehouse.chain.gateway.policy;

import java.io.IOException;
import java.util.Optional;

/** The managed identities of the gateway, and tokens for them. */
@FunctionalInterface
public interface ManagedIdentities {

    /** A deployment without any. */
    ManagedIdentities NONE = (resource, clientId) -> {
        throw new IOException("this deployment has no managed identity");
    };

    /**
     * A token that is valid for a while yet.
     *
     * @param resource whom it is for: an App ID URI or an application's id
     * @param clientId the user-assigned identity's; empty for the system-assigned one
     * @throws IOException when there is no such identity or it gets no token; the message is for an operator
     */
    String token(String resource, Optional<String> clientId) throws IOException;

    /** Whether a token is at hand that is valid for a while yet, so that nobody is asked for one. */
    default boolean have(String resource, Optional<String> clientId) {
        return false;
    }
}
