package dev.gatehouse.chain.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/**
 * Files with which other programs trust the certificate; they contain no key.
 *
 * @param store a PKCS12 trust store, for {@code javax.net.ssl.trustStore}
 * @param password of the trust store; it protects no secret, but Java requires one
 * @param pem the certificate as PEM, for {@code curl --cacert}
 */
public record TrustFiles(Path store, String password, Path pem) {

    static TrustFiles write(Path folder, KeyStore trusted, Certificate certificate)
            throws IOException, GeneralSecurityException {
        TrustFiles files =
                new TrustFiles(folder.resolve("trust.p12"), LocalTls.randomPassword(), folder.resolve("trust.pem"));
        try (OutputStream out = Files.newOutputStream(files.store)) {
            trusted.store(out, files.password.toCharArray());
        }
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        Files.writeString(
                files.pem,
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
        return files;
    }

    /** The JVM flags that make a Java process trust the local chain only. */
    public List<String> javaFlags() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + store.toAbsolutePath(),
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + password);
    }

    @Override
    public String toString() {
        return "trust files " + store + ", " + pem;
    }
}
