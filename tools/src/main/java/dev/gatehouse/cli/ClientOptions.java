package dev.gatehouse.cli;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import dev.gatehouse.doctor.call.AzureClient;
import dev.gatehouse.doctor.call.MsalClient;
import dev.gatehouse.doctor.call.TokenSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the client that requests the token, and its credential. */
final class ClientOptions {
    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "Client application; needs one of the next two options. Default: your own sign-in, from"
                    + " az login, workload identity or managed identity.")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret-env",
            paramLabel = "NAME",
            description = "Environment variable that holds the client secret.")
    private @Nullable String secret;

    @Option(
            names = "--certificate-file",
            paramLabel = "FILE",
            description = "PEM file with the client's certificate and private key; - for standard input.")
    private @Nullable Path certificate;

    /** Whether no client option is given. */
    boolean areNone() {
        return clientId == null && secret == null && certificate == null;
    }

    /** @throws UserInputException when a file cannot be read, or the options cannot be combined */
    TokenSource client(TenantOptions tenant) {
        if (areNone()) {
            return new AzureClient(System.getenv());
        }
        if (clientId == null || (secret == null) == (certificate == null)) {
            throw new UserInputException(
                    "use --client-id together with exactly one of --client-secret-env and --certificate-file");
        }
        String id = tenant.named()
                .orElseThrow(() -> new UserInputException("--client-id also needs the tenant id: add --tenant ID"));
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
