package dev.gatehouse.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** A compact JWS (RFC 7515 §3.1) with an RS256 header that names its key; what it claims is unverified until a key vouches for it. */
public final class SignedToken {
    /** Longer tokens are refused unread; Entra caps group claims so that a token stays well below. */
    public static final int MAX_LENGTH = 16_384;

    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final JWSHeader RS256 = new JWSHeader(JWSAlgorithm.RS256);

    private final String keyId;
    private final Claims claims;
    private final String signedPart;
    private final Base64URL signature;

    private SignedToken(String keyId, Claims claims, String signedPart, Base64URL signature) {
        this.keyId = keyId;
        this.claims = claims;
        this.signedPart = signedPart;
        this.signature = signature;
    }

    /** Reads a token; {@code jku}, {@code x5u}, {@code jwk} and {@code x5c} of its header are never looked at. */
    public static TokenReading read(String compact) {
        if (compact.length() > MAX_LENGTH) {
            return unreadable(Reason.TOKEN_TOO_LONG, "at most " + MAX_LENGTH + " characters", compact.length() + "");
        }
        if (!COMPACT.matcher(compact).matches()) {
            return unreadable(Reason.NOT_A_JWT, "three base64url parts", describe(compact));
        }
        int payload = compact.indexOf('.') + 1;
        int signature = compact.lastIndexOf('.') + 1;
        try {
            TokenHeader header = new TokenHeader(json(compact.substring(0, payload - 1)));
            if (header.violation().isPresent()) {
                return new TokenReading.Unreadable(header.violation().get());
            }
            Claims claims = new Claims(json(compact.substring(payload, signature - 1)));
            Base64URL bytes = new Base64URL(compact.substring(signature));
            return new TokenReading.Readable(
                    new SignedToken(header.keyId(), claims, compact.substring(0, signature - 1), bytes));
        } catch (ParseException notJson) {
            return unreadable(Reason.NOT_A_JWT, "JSON objects as header and payload", "something else");
        }
    }

    /** The {@code kid} of the key that is said to have signed. */
    public String keyId() {
        return keyId;
    }

    /** What the token says, true only if {@link #isSignedBy} the issuer's key. */
    public Claims claims() {
        return claims;
    }

    public boolean isSignedBy(RSAPublicKey key) {
        try {
            byte[] signed = signedPart.getBytes(StandardCharsets.US_ASCII);
            return new RSASSAVerifier(key).verify(RS256, signed, signature);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JVM cannot check RS256 signatures", impossible);
        }
    }

    private static Map<String, Object> json(String part) throws ParseException {
        return JSONObjectUtils.parse(new Base64URL(part).decodeToString());
    }

    private static String describe(String compact) {
        long parts = compact.chars().filter(c -> c == '.').count() + 1;
        return switch ((int) parts) {
            case 1 -> "one part: an opaque token";
            case 3 -> "three parts, one of them empty or not base64url";
            case 5 -> "five parts: an encrypted token";
            default -> parts + " parts";
        };
    }

    private static TokenReading unreadable(Reason reason, String expected, String actual) {
        return new TokenReading.Unreadable(new Violation(reason, expected, actual));
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "token signed with key " + Redaction.of(keyId);
    }
}
