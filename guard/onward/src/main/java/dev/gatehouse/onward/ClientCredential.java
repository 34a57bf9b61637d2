package dev.gatehouse.onward;

import java.nio.file.Path;

/** How the app proves to Entra that it is the API's registration. */
sealed interface ClientCredential {

    /**
     * A managed identity that the registration trusts as a federated credential
     * (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity).
     *
     * @param clientId of a user-assigned identity; {@code system} for the app's own
     */
    record FederatedIdentity(String clientId) implements ClientCredential {
        static final String SYSTEM = "system";
    }

    /** A file with key and certificate, as PEM or PKCS #12; the password is empty where the file has none. */
    record Certificate(Path file, String password) implements ClientCredential {
        /** Never the password. */
        @Override
        public String toString() {
            return "the certificate in " + file;
        }
    }

    record Secret(String value) implements ClientCredential {
        /** Never the secret itself. */
        @Override
        public String toString() {
            return "a client secret";
        }
    }
}
