package dev.gatehouse.cli;

import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client's certificate with its key, as {@code az ad sp create-for-rbac --create-cert} writes them (RFC 7468). */
record PemFile(PrivateKey key, X509Certificate certificate) {

    /** @throws UserInputException when the file does not contain both; the message never quotes the file */
    static PemFile read(String option, Path file) {
        try {
            String text = GivenText.read(file);
            PrivateKey key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(part(text, "PRIVATE KEY")));
            byte[] certificate = part(text, "CERTIFICATE");
            return new PemFile(key, (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (UnreadableInput unreadable) {
            throw new UserInputException(option + ": " + unreadable.getMessage());
        } catch (GeneralSecurityException | IllegalArgumentException another) {
            throw new UserInputException(option + ": " + GivenText.name(file)
                    + " must contain a PEM 'CERTIFICATE' and its RSA key as an unencrypted PEM 'PRIVATE KEY'");
        }
    }

    private static byte[] part(String text, String label) {
        Matcher found = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + label);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "a certificate and its key";
    }
}
