package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.ManagedIdentity;
import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import dev.gatehouse.guid.Guid;
import java.util.Optional;

/**
 * The client that requests a token, and how it authenticated.
 *
 * @param armId a managed identity's ARM resource id
 */
record Client(ServicePrincipal principal, Proof proof, Optional<String> armId) {

    /** How a client authenticated, by the value of {@code azpacr} and {@code appidacr}. */
    enum Proof {
        NONE("0"),
        SECRET("1"),
        CERTIFICATE("2");

        private final String acr;

        Proof(String acr) {
            this.acr = acr;
        }

        String acr() {
            return acr;
        }
    }

    /** The application of a client id. */
    static EntraResult<AppRegistration> registered(String clientId, Directory directory) {
        return clientId.equals(Guid.NIL)
                ? EntraError.CLIENT_NIL.refuse(clientId)
                : EntraResult.of(
                        directory.application(clientId),
                        () -> EntraError.CLIENT_UNKNOWN.refuse(
                                clientId, directory.tenant().id()));
    }

    static Client of(AppRegistration application, Proof proof) {
        return new Client(application.principal(), proof, Optional.empty());
    }

    static Client of(ManagedIdentity identity) {
        return new Client(identity.principal(), Proof.CERTIFICATE, Optional.of(identity.resourceId()));
    }
}
