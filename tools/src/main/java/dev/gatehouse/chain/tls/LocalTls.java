package dev.gatehouse.chain.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The TLS of one start of the local chain: a certificate for the hosts of Entra, Microsoft Graph and table storage, for the page
 * where device codes are entered, and for this machine, valid for two days. Its key is in this process only, except where another program serves under it ({@link ServerKey#write}).
 *
 * @param server what a server presents
 * @param trusting what a client uses to trust this certificate and no other
 * @param trust the same trust as files, for other processes
 * @param key of the certificate
 */
public record LocalTls(SSLContext server, SSLContext trusting, TrustFiles trust, ServerKey key) {
    private static final String ALIAS = "gatehouse-local";
    private static final List<String> HOSTS = List.of(
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
            "localhost");

    /**
     * Creates key and certificate.
     *
     * @param folder an existing folder that only this user can read; it will contain the trust files, never the key
     */
    public static LocalTls create(Path folder) {
        try {
            SelfSignedCertificate own = SelfSignedCertificate.create("Gatehouse local chain", HOSTS, Instant.now());
            ServerKey key = new ServerKey(own, randomPassword());
            KeyStore trusted = onlyTrusting(own.certificate());
            return new LocalTls(
                    key.presenting(), trusting(trusted), TrustFiles.write(folder, trusted, own.certificate()), key);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK cannot create the local chain's TLS context", missing);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the trust files cannot be written to " + folder, unwritable);
        }
    }

    /**
     * Trusts one certificate only.
     *
     * @param pem a file such as {@link TrustFiles#pem}
     * @throws UncheckedIOException when it cannot be read
     */
    public static SSLContext trusting(Path pem) {
        try (InputStream certificate = Files.newInputStream(pem)) {
            return trusting(onlyTrusting(CertificateFactory.getInstance("X.509").generateCertificate(certificate)));
        } catch (GeneralSecurityException none) {
            throw new UncheckedIOException(new IOException(pem + " contains no certificate", none));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(pem + " cannot be read", unreadable);
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static KeyStore onlyTrusting(Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(ALIAS, certificate);
        return store;
    }

    private static SSLContext trusting(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** The key with its certificate; the password is random and protects the file only. */
    public record ServerKey(SelfSignedCertificate own, String password) {

        /**
         * Writes both as PKCS12, for a program that serves under the same names.
         *
         * @param file in a folder that only this user can read
         */
        public void write(Path file) {
            try (OutputStream out = Files.newOutputStream(file)) {
                store("PKCS12").store(out, password.toCharArray());
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("this JDK cannot write PKCS12", missing);
            } catch (IOException unwritable) {
                throw new UncheckedIOException("the key cannot be written to " + file, unwritable);
            }
        }

        /** From a store in this process alone: JKS, as PKCS12 hashes a password ten thousand times. */
        private SSLContext presenting() throws GeneralSecurityException, IOException {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store("JKS"), password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        }

        private KeyStore store(String type) throws GeneralSecurityException, IOException {
            KeyStore keys = KeyStore.getInstance(type);
            keys.load(null, null);
            keys.setKeyEntry(ALIAS, own.key(), password.toCharArray(), new Certificate[] {own.certificate()});
            return keys;
        }

        /** The SHA-256 of the public key (its SubjectPublicKeyInfo) as base64, by which Chromium can be started to accept it. */
        public String publicKeyHash() {
            try {
                byte[] key = own.certificate().getPublicKey().getEncoded();
                return Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("this JDK cannot hash a public key", missing);
            }
        }

        @Override
        public String toString() {
            return "the key of " + ALIAS;
        }
    }

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
                    new TrustFiles(folder.resolve("trust.p12"), randomPassword(), folder.resolve("trust.pem"));
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
}
