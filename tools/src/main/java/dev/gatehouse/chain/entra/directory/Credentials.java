package dev.gatehouse.chain.entra.directory;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The credentials of an application.
 *
 * @param publicClient whether it may also request tokens without a credential, like a command line tool on a user's machine
 */
public record Credentials(
        List<ClientSecret> secrets,
        List<X509Certificate> certificates,
        List<FederatedCredential> federated,
        boolean publicClient) {

    public Credentials {
        secrets = List.copyOf(secrets);
        certificates = List.copyOf(certificates);
        federated = List.copyOf(federated);
    }

    public static Credentials none() {
        return new Credentials(List.of(), List.of(), List.of(), false);
    }

    public static Credentials publicClientOnly() {
        return new Credentials(List.of(), List.of(), List.of(), true);
    }

    public static Credentials secret(ClientSecret secret) {
        return new Credentials(List.of(secret), List.of(), List.of(), false);
    }

    public static Credentials certificate(X509Certificate certificate) {
        return new Credentials(List.of(), List.of(certificate), List.of(), false);
    }

    public static Credentials federated(List<FederatedCredential> federated) {
        return new Credentials(List.of(), List.of(), federated, false);
    }

    /** Whether the application has no credential. */
    public boolean areNone() {
        return secrets.isEmpty() && certificates.isEmpty() && federated.isEmpty();
    }

    @Override
    public String toString() {
        return secrets.size() + " secrets, " + certificates.size() + " certificates, " + federated.size()
                + " federated";
    }
}
