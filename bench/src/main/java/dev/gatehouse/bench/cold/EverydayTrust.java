package dev.gatehouse.bench.cold;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;

/** The JDK's own authorities and one more: as many as a worker in Azure reads before its first connection. */
record EverydayTrust(Path file, String type) {
    private static final String PASSWORD = "changeit"; // of the JDK's file, which contains no secrets

    static EverydayTrust with(Path pem, Path file) throws IOException {
        Path own = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try (InputStream certificate = Files.newInputStream(pem);
                OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance(own.toFile(), PASSWORD.toCharArray());
            store.setCertificateEntry(
                    "local-entra", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
            store.store(out, PASSWORD.toCharArray());
            return new EverydayTrust(file, store.getType());
        } catch (GeneralSecurityException unusual) {
            throw new IOException("the JDK's authorities cannot be read from " + own, unusual);
        }
    }

    List<String> javaFlags() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + file.toAbsolutePath(),
                "-Djavax.net.ssl.trustStoreType=" + type,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
}
