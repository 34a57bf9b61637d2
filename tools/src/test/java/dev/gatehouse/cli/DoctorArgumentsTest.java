package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.tls.LocalTls;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a person gets for a wrong command line of {@code doctor probe} and {@code doctor call}: one line. */
class DoctorArgumentsTest {
    private static final String GATEWAY = "--gateway https://localhost:1/api";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "probe|missing option: use --gateway, --function or both, or use --local",
                "probe --local " + GATEWAY + "|--local cannot be combined with --gateway or --function",
                "probe --gateway http://localhost/api|gatehouse: --gateway must be an https URL such as",
                "probe --gateway https://localhost/api?x=1|gatehouse: --gateway must be an https URL such as",
                "probe --function https://me@localhost|gatehouse: --function must be an https URL such as",
                "probe --function :|gatehouse: --function must be an https URL such as",
                "probe " + GATEWAY
                        + " --subscription-key-env GATEHOUSE_UNSET|gatehouse: --subscription-key-env must be the"
                        + " name of an environment variable; the given one is not set",
                "probe " + GATEWAY + " --token-file no-such-file|gatehouse: --token-file: no-such-file was not found",
                "probe " + GATEWAY
                        + " --token-file .gitignore|gatehouse: --token-file: the input is not an access token"
                        + " (not-a-jwt)",
                "probe " + GATEWAY + " --tenant contoso.com|gatehouse: --tenant must be the tenant id (a GUID)",
                "probe " + GATEWAY + " --origin app|--origin must be the scheme, host and port",
                "probe " + GATEWAY + "|gatehouse: https://localhost:1/api cannot be reached: no server is listening",
                "call|Missing required option: '--operation=NAME'",
                "call --operation listAccounts|use either --gateway and --scope, or --local",
                "call --operation listAccounts " + GATEWAY + "|use either --gateway and --scope, or --local",
                "call --operation listAccounts --local --scope x|--local cannot be combined with --gateway, --scope or client options",
                "call --operation health --local|gatehouse: --operation must be one of [listAccounts, readAccount,",
                "call --operation readAccount --local|gatehouse: the route of readAccount needs --parameter id=VALUE",
                "call --operation listAccounts " + GATEWAY
                        + " --scope x --client-id y|gatehouse: use --client-id together"
                        + " with exactly one of --client-secret-env and --certificate-file",
                "call --operation listAccounts " + GATEWAY
                        + " --scope x --client-id y --client-secret-env GATEHOUSE_UNSET|"
                        + "gatehouse: --client-id also needs the tenant id",
                "call --operation listAccounts " + GATEWAY
                        + " --scope x --client-id y --certificate-file pom.xml --tenant"
                        + " 81061dfa-4cc7-3cff-bb58-89410eba01c7|gatehouse: --certificate-file: pom.xml must contain a PEM",
            })
    void saysWhatIsWrongOnOneLine(String options, String message) {
        assertThat(run(options.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().startsWith(message);
    }

    /** Whoever listens there, and speaks no TLS: it closes each connection, also those of further attempts. */
    @Test
    void saysThatAServerIsNotTrusted() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread closing = new Thread(() -> {
                try {
                    while (true) {
                        server.accept().close();
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            });
            closing.start();

            assertThat(run("probe", "--gateway", "https://localhost:" + server.getLocalPort()))
                    .isEqualTo(2);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .startsWith("gatehouse: https://localhost:" + server.getLocalPort() + " ");
        }
    }

    @Test
    void readsACertificateAndItsKey() throws IOException, NoSuchAlgorithmException {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Path pem = folder.resolve("client.pem");
        Files.writeString(
                pem,
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n"
                        + Files.readString(LocalTls.create(folder).trust().pem()));

        PemFile read = PemFile.read("--certificate-file", pem);

        assertThat(read.key().getEncoded()).isEqualTo(key);
        assertThat(read.certificate().getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(read.toString()).isEqualTo("a certificate and its key");
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("doctor"));
        arguments.addAll(List.of(options));
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(new StringWriter(), true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }
}
