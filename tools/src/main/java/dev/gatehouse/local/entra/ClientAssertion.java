package dev.gatehouse.local.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.entra.directory.AppRegistration;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/** A client's signed proof that it holds the key of a registered certificate (RFC 7523 §3). */
record ClientAssertion(SignedJWT jwt, JWTClaimsSet claims) {

    static Outcome<ClientAssertion> parse(String text) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            return Outcome.granted(new ClientAssertion(jwt, jwt.getJWTClaimsSet()));
        } catch (ParseException malformed) {
            return EntraError.ASSERTION_MALFORMED.refuse();
        }
    }

    /** Who the assertion says it is about. */
    Optional<String> subject() {
        return Optional.ofNullable(claims.getSubject());
    }

    Outcome<AppRegistration> proves(AppRegistration application, String tokenUrl, Clock clock) {
        Optional<X509Certificate> certificate = application.credentials().certificates().stream()
                .filter(this::isNamed)
                .findFirst();
        String id = application.clientId();
        if (certificate.isEmpty()) {
            return EntraError.ASSERTION_KEY.refuse("The key was not found.", id);
        }
        if (!isSignedBy(certificate.get())) {
            return EntraError.ASSERTION_KEY.refuse("The signature does not match the key.", id);
        }
        if (!claims.getAudience().contains(tokenUrl)) {
            return EntraError.ASSERTION_AUDIENCE.refuse(tokenUrl);
        }
        if (!id.equals(claims.getSubject()) || !id.equals(claims.getIssuer())) {
            return EntraError.ASSERTION_SUBJECT.refuse();
        }
        return ValidTime.of(claims).includes(clock.instant())
                ? Outcome.granted(application)
                : EntraError.ASSERTION_TIME.refuse();
    }

    /** MSAL4J writes the SHA-256 thumbprint in plain base64 with padding, others in base64url: the bytes count. */
    private boolean isNamed(X509Certificate certificate) {
        JWSHeader header = jwt.getHeader();
        return thumbprintIs(Optional.ofNullable(header.getX509CertSHA256Thumbprint()), "SHA-256", certificate)
                || thumbprintIs(sha1(header), "SHA-1", certificate);
    }

    @SuppressWarnings(
            "deprecation") // Entra goes on accepting the SHA-1 thumbprint, which names a key and proves nothing
    private static Optional<Base64URL> sha1(JWSHeader header) {
        return Optional.ofNullable(header.getX509CertThumbprint());
    }

    private static boolean thumbprintIs(Optional<Base64URL> claimed, String algorithm, X509Certificate certificate) {
        try {
            byte[] actual = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
            return claimed.filter(thumbprint -> MessageDigest.isEqual(thumbprint.decode(), actual))
                    .isPresent();
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    private boolean isSignedBy(X509Certificate certificate) {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey key)) {
            return false;
        }
        try {
            JWSVerifier rsa = new RSASSAVerifier(key);
            return jwt.verify(rsa);
        } catch (JOSEException wrongAlgorithm) {
            return false;
        }
    }
}
