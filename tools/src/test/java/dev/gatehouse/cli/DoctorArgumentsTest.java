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
                "probe|give --gateway, --function or both, or --local",
                "probe --local " + GATEWAY + "|--local knows its doors",
                "probe --gateway http://localhost/api|gatehouse: --gateway takes an https address",
                "probe --gateway https://localhost/api?x=1|gatehouse: --gateway takes an https address",
                "probe --function https://me@localhost|gatehouse: --function takes an https address",
                "probe --function :|gatehouse: --function takes an https address",
                "probe " + GATEWAY
                        + " --subscription-key-env GATEHOUSE_UNSET|gatehouse: --subscription-key-env takes the"
                        + " name of an environment variable",
                "probe " + GATEWAY + " --token-file no-such-file|gatehouse: --token-file: no-such-file is not there",
                "probe " + GATEWAY
                        + " --token-file .gitignore|gatehouse: --token-file: what it names holds no access token"
                        + " (not-a-jwt)",
                "probe " + GATEWAY + " --tenant contoso.com|gatehouse: --tenant takes the tenant's id, a GUID",
                "probe " + GATEWAY + " --origin app|--origin takes scheme, host and port",
                "probe " + GATEWAY + "|gatehouse: https://localhost:1/api cannot be reached: nobody listens there",
                "call|Missing required option: '--operation=NAME'",
                "call --operation listAccounts|give --gateway and --scope, or --local",
                "call --operation listAccounts " + GATEWAY + "|give --gateway and --scope, or --local",
                "call --operation listAccounts --local --scope x|--local knows gateway, scope and clients",
                "call --operation health --local|gatehouse: --operation takes one of [listAccounts, readAccount,",
                "call --operation readAccount --local|gatehouse: the route of readAccount needs --parameter id=VALUE",
                "call --operation listAccounts " + GATEWAY + " --scope x --client-id y|gatehouse: --client-id goes with"
                        + " one of --client-secret-env and --certificate-file",
                "call --operation listAccounts " + GATEWAY
                        + " --scope x --client-id y --client-secret-env GATEHOUSE_UNSET|"
                        + "gatehouse: --client-id needs the tenant",
                "call --operation listAccounts " + GATEWAY
                        + " --scope x --client-id y --certificate-file pom.xml --tenant"
                        + " 81061dfa-4cc7-3cff-bb58-89410eba01c7|gatehouse: --certificate-file: pom.xml must hold a PEM",
            })
    void saysWhatIsWrongOnOneLine(String options, String message) {
        assertThat(run(options.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().startsWith(message);
    }

    /** Whoever listens there, and speaks no TLS. */
    @Test
    void saysThatAServerIsNotTrusted() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread closing = new Thread(() -> {
                try {
                    server.accept().close();
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
