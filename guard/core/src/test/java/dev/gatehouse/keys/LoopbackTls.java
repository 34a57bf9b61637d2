package dev.gatehouse.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for this machine, made by the JDK's keytool.
 *
 * @param server the server's certificate
 * @param trusting for a client that trusts only this certificate
 */
record LoopbackTls(SSLContext server, SSLContext trusting) {
    private static final String PASSWORD = "changeit";

    static LoopbackTls create(Path folder) throws IOException {
        Path file = folder.resolve("server.p12");
        try {
            keytool(file);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            KeyManagerFactory presented = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            presented.init(keys, PASSWORD.toCharArray());
            SSLContext server = SSLContext.getInstance("TLS");
            server.init(presented.getKeyManagers(), null, null);
            return new LoopbackTls(server, trusting(keys.getCertificate("loopback")));
        } catch (GeneralSecurityException missing) {
            throw new IOException("this JDK cannot make a certificate", missing);
        }
    }

    private static SSLContext trusting(Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("loopback", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path file) throws IOException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String key = "-genkeypair -keyalg EC -groupname secp256r1 -storetype PKCS12 -alias loopback -dname CN=loopback"
                + " -ext san=dns:localhost,ip:127.0.0.1 -storepass " + PASSWORD;
        Process process = new ProcessBuilder(
                        Stream.of(List.of(program), List.of(key.split(" ")), List.of("-keystore", file.toString()))
                                .flatMap(List::stream)
                                .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool was running", stopped);
        }
    }
}
