package dev.gatehouse.chain.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTlsTest {
    @TempDir
    static Path folder;

    static LocalTls tls;

    @BeforeAll
    static void createOnce() {
        tls = LocalTls.create(folder);
    }

    @Test
    void keepsTheKeyOutOfTheFolder() throws Exception {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("trust.p12", "trust.pem");
        }
    }

    @Test
    void namesItsHostsForTwoDays() throws Exception {
        X509Certificate certificate = certificate();
        List<String> names = new ArrayList<>();
        certificate
                .getSubjectAlternativeNames()
                .forEach(name -> names.add(name.get(1).toString()));
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "login.microsoftonline.com",
                        "login.microsoftonline.us",
                        "login.partner.microsoftonline.cn",
                        "microsoft.com",
                        "graph.microsoft.com",
                        "graph.microsoft.us",
                        "microsoftgraph.chinacloudapi.cn",
                        "*.table.core.windows.net",
                        "*.table.core.usgovcloudapi.net",
                        "*.table.core.chinacloudapi.cn",
                        "localhost",
                        "127.0.0.1");
        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(2));
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    /** RFC 5280 sections 4.1.2 and 4.2.1. */
    @Test
    void isSignedByItselfForServersOnly() throws Exception {
        X509Certificate certificate = certificate();

        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.getSerialNumber()).isPositive();
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, false, false, false, false);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void isAnotherOneAtEachStart(@TempDir Path other) {
        LocalTls second = LocalTls.create(other);

        assertThat(second.key().own().certificate().getSerialNumber())
                .isNotEqualTo(tls.key().own().certificate().getSerialNumber());
        assertThat(second.key().own().key()).isNotEqualTo(tls.key().own().key());
    }

    /** For a program that serves under the same names. */
    @Test
    void writesTheKeyWhereItIsAskedFor(@TempDir Path other) throws Exception {
        Path file = other.resolve("server.p12");

        tls.key().write(file);

        char[] password = tls.key().password().toCharArray();
        KeyStore written = KeyStore.getInstance(file.toFile(), password);
        String alias = written.aliases().nextElement();
        assertThat(written.getKey(alias, password)).isEqualTo(tls.key().own().key());
        assertThat(written.getCertificate(alias)).isEqualTo(certificate());
    }

    @Test
    void givesOtherProcessesATrustStoreWithTheCertificateOnly() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(tls.trust().store())) {
            store.load(in, tls.trust().password().toCharArray());
        }
        assertThat(store.size()).isEqualTo(1);
        String alias = store.aliases().nextElement();
        assertThat(store.isCertificateEntry(alias)).isTrue();
        assertThat(store.getCertificate(alias)).isEqualTo(certificate());
    }

    @Test
    void isTrustedByItsOwnClients() throws Exception {
        assertThat(handshake(tls.trusting(), "login.microsoftonline.com")).isEqualTo("TLSv1.3");
    }

    @Test
    void isRefusedUnderAnotherName() {
        assertThatThrownBy(() -> handshake(tls.trusting(), "login.example.com"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void isRefusedByEveryoneElse() {
        assertThatThrownBy(() -> handshake(SSLContext.getDefault(), "localhost"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void keepsThePasswordOutOfText() {
        assertThat(tls.toString()).doesNotContain(tls.trust().password());
    }

    private static X509Certificate certificate() throws Exception {
        try (InputStream in = Files.newInputStream(tls.trust().pem())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** The protocol agreed with a server on loopback that the client knows under a name. */
    private static String handshake(SSLContext client, String name) throws Exception {
        var loopback = java.net.InetAddress.getLoopbackAddress();
        try (SSLServerSocket listener =
                (SSLServerSocket) tls.server().getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            Thread server = new Thread(() -> accept(listener));
            server.setDaemon(true);
            server.start();
            try (var plain = new java.net.Socket(loopback, listener.getLocalPort());
                    SSLSocket socket = (SSLSocket)
                            client.getSocketFactory().createSocket(plain, name, listener.getLocalPort(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return socket.getSession().getProtocol();
            }
        }
    }

    private static void accept(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (java.io.IOException refusedByTheClient) {
            // the client's side is what is tested
        }
    }
}
