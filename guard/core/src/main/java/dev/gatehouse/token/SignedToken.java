package dev.gatehouse.token;

import dev.gatehouse.jose.JsonObjects;
import dev.gatehouse.redaction.Redaction;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compact JWS (RFC 7515 §3.1) with an RS256 header that names its key; what it claims is unverified until a key vouches for it. */
public final class SignedToken {
    /** Longer tokens are refused unread; Entra caps group claims so that a token stays well below. */
    public static final int MAX_LENGTH = 16_384;

    private static final Rs256Verifier JDK = new Rs256Verifier();
    private static final byte[] NOTHING = {};

    private final String keyId;
    private final Claims claims;
    private final byte[] signedPart;
    private final byte[] signature;
    private volatile @Nullable RSAPublicKey signer;

    private SignedToken(String keyId, Claims claims, byte[] signedPart, byte[] signature) {
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
        Optional<CompactForm> form = CompactForm.of(compact);
        return form.isPresent()
                ? read(form.get())
                : unreadable(Reason.NOT_A_JWT, "three base64url parts", describe(compact));
    }

    private static TokenReading read(CompactForm form) {
        try {
            TokenHeader header = new TokenHeader(JsonObjects.read(form.header()));
            return header.violation().isPresent()
                    ? new TokenReading.Unreadable(header.violation().get())
                    : new TokenReading.Readable(new SignedToken(
                            header.keyId(),
                            new Claims(JsonObjects.read(form.payload())),
                            form.signed(),
                            form.signature()));
        } catch (ParseException notJson) {
            return unreadable(
                    Reason.NOT_A_JWT, "a JSON object as header and as payload", String.valueOf(notJson.getMessage()));
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

    /**
     * What is kept of a token that a key was found to have signed: the claims that anybody judges by, and that key. What
     * was signed is left out, so any other key has not signed it.
     */
    SignedToken kept(Claims others) {
        SignedToken kept = new SignedToken(keyId, claims.judged(others), NOTHING, NOTHING);
        kept.signer = signer;
        return kept;
    }

    boolean isKept() {
        return signature.length == 0;
    }

    public boolean isSignedBy(RSAPublicKey key) {
        return isSignedBy(key, JDK);
    }

    /** That a key signed this stays true, so it is worked out once. */
    boolean isSignedBy(RSAPublicKey key, Rs256Verifier signatures) {
        if (key.equals(signer)) {
            return true;
        }
        boolean signed = !isKept() && signatures.isSigned(key, signedPart, signature);
        if (signed) {
            signer = key;
        }
        return signed;
    }

    private static String describe(String compact) {
        long parts = compact.chars().filter(c -> c == '.').count() + 1;
        return switch ((int) parts) {
            case 1 -> "one part: an opaque token";
            case 3 -> "three parts, one of them empty or not base64url in its one spelling";
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
