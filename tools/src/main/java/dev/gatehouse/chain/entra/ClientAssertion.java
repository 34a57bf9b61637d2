package dev.gatehouse.chain.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Claims;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.TokenUnderCheck;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/** A client assertion, signed with the key of a registered certificate (RFC 7523 §3). */
record ClientAssertion(SignedJWT jwt, JWTClaimsSet claims) {

    static EntraResult<ClientAssertion> parse(String text) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            return EntraResult.granted(new ClientAssertion(jwt, jwt.getJWTClaimsSet()));
        } catch (ParseException malformed) {
            return EntraError.ASSERTION_MALFORMED.refuse();
        }
    }

    /** The client that the assertion names (unverified). */
    Optional<String> subject() {
        return Optional.ofNullable(claims.getSubject());
    }

    /** Whether an issuer's name is where the client's own id is in an assertion that it signed itself. */
    boolean isOfAnIssuer() {
        return Optional.ofNullable(claims.getIssuer())
                .filter(issuer -> issuer.startsWith("https://"))
                .isPresent();
    }

    EntraResult<AppRegistration> proves(AppRegistration application, String tokenUrl, Clock clock) {
        String id = application.clientId();
        TokenUnderCheck assertion = TokenUnderCheck.of(
                Claims.of(jwt.getPayload().toJSONObject()), "", signature(application), Optional.empty());
        return AssertionChecks.refusal(AssertionChecks.ofClient(id, tokenUrl, clock), assertion)
                .map(refusal -> this.<AppRegistration>refused(refusal, id, tokenUrl))
                .orElseGet(() -> EntraResult.granted(application));
    }

    private <T> EntraResult<T> refused(AssertionChecks.Id refusal, String id, String tokenUrl) {
        return switch (refusal.error()) {
            case ASSERTION_KEY ->
                refusal.error()
                        .refuse(
                                refusal.about() == Reason.KEY_UNKNOWN
                                        ? "The key was not found."
                                        : "The signature does not match the key.",
                                id);
            case ASSERTION_AUDIENCE -> refusal.error().refuse(tokenUrl);
            default -> refusal.error().refuse();
        };
    }

    private Outcome signature(AppRegistration application) {
        Optional<X509Certificate> certificate = application.credentials().certificates().stream()
                .filter(this::isNamed)
                .findFirst();
        if (certificate.isEmpty()) {
            return new Outcome.NotSigned(CheckResult.refused(
                    Reason.KEY_UNKNOWN, "the thumbprint of a registered certificate", "another thumbprint"));
        }
        return isSignedBy(certificate.get())
                ? new Outcome.Signed(Optional.empty())
                : new Outcome.NotSigned(CheckResult.refused(
                        Reason.SIGNATURE_INVALID, "a signature by the certificate's key", "another signature"));
    }

    /** MSAL4J writes the SHA-256 thumbprint in plain base64 with padding, others in base64url; the decoded bytes are compared. */
    private boolean isNamed(X509Certificate certificate) {
        JWSHeader header = jwt.getHeader();
        return thumbprintIs(Optional.ofNullable(header.getX509CertSHA256Thumbprint()), "SHA-256", certificate)
                || thumbprintIs(sha1(header), "SHA-1", certificate);
    }

    @SuppressWarnings(
            "deprecation") // Entra still accepts the SHA-1 thumbprint; it only selects a key and is not a proof
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
