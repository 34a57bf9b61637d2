package dev.gatehouse.onward;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key and its certificate, from a file in PEM (RFC 7468) or PKCS #12 (RFC 7292). */
record CertificateFile(PrivateKey key, X509Certificate certificate) {
    private static final String PEM = "-----BEGIN ";

    /** @throws IOException where the file cannot be read, or the password does not fit */
    static CertificateFile read(Path file, String password) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return text.contains(PEM) ? pem(text) : pkcs12(bytes, password.toCharArray());
    }

    private static CertificateFile pem(String text) throws GeneralSecurityException {
        PrivateKey key =
                KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY")));
        return new CertificateFile(key, (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(block(text, "CERTIFICATE"))));
    }

    /** The first of this label. */
    private static byte[] block(String text, String label) throws GeneralSecurityException {
        Matcher block = Pattern.compile(PEM + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("there is no block " + label
                    + " in it; convert the file to PKCS #12, or its key to PKCS #8 without a password");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static CertificateFile pkcs12(byte[] bytes, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password);
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new CertificateFile(key, certificate);
            }
        }
        throw new GeneralSecurityException("there is no private key with a certificate in it");
    }
}
