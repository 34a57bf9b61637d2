package dev.gatehouse.cli;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import dev.gatehouse.doctor.call.AzureClient;
import dev.gatehouse.doctor.call.MsalClient;
import dev.gatehouse.doctor.call.TokenSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who asks for the token, and how it proves that. */
final class ClientOptions {
    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description =
                    "The client application, with one of the two that follow; without it, whoever runs the command:"
                            + " az login, workload identity or managed identity.")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the client's secret.")
    private @Nullable String secret;

    @Option(
            names = "--certificate-file",
            paramLabel = "FILE",
            description = "A PEM file with the client's certificate and its key.")
    private @Nullable Path certificate;

    /** Whether none of it is given. */
    boolean areNone() {
        return clientId == null && secret == null && certificate == null;
    }

    /** @throws UserInputException for what cannot be read, or does not go together */
    TokenSource client(TenantOptions tenant) {
        if (areNone()) {
            return new AzureClient(System.getenv());
        }
        if (clientId == null || (secret == null) == (certificate == null)) {
            throw new UserInputException(
                    "--client-id goes with one of --client-secret-env and --certificate-file, and both with it");
        }
        String id = tenant.named()
                .orElseThrow(() -> new UserInputException("--client-id needs the tenant: give its id with --tenant"));
        return MsalClient.of(tenant.of(id), clientId, proof());
    }

    private MsalClient.Proof proof() {
        if (secret != null) {
            return new MsalClient.Proof(
                    "a secret",
                    ClientCredentialFactory.createFromSecret(SecretText.ofEnvironment("--client-secret-env", secret)));
        }
        PemFile pem = PemFile.read("--certificate-file", java.util.Objects.requireNonNull(certificate));
        return new MsalClient.Proof(
                "a certificate", ClientCredentialFactory.createFromCertificate(pem.key(), pem.certificate()));
    }
}
