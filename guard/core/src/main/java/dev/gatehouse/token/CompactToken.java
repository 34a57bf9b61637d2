package dev.gatehouse.token;

import dev.gatehouse.jose.JsonObjects;
import dev.gatehouse.redaction.Redaction;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token as it was sent. */
record CompactToken(String keyId, Claims claims, CompactForm form) implements SignedToken {

    static TokenReading read(String compact) {
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
            Optional<CheckResult> fault = header.fault();
            return fault.isPresent()
                    ? new TokenReading.Unreadable(fault.get())
                    : new TokenReading.Readable(
                            new CompactToken(header.keyId(), new Claims(JsonObjects.read(form.payload())), form));
        } catch (ParseException notJson) {
            return unreadable(
                    Reason.NOT_A_JWT, "a JSON object as header and as payload", String.valueOf(notJson.getMessage()));
        }
    }

    @Override
    public boolean isSignedBy(RSAPublicKey key, Rs256Verifier verifier) {
        return verifier.isSigned(key, form.signed(), form.signature());
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
        return new TokenReading.Unreadable(CheckResult.refused(reason, expected, actual));
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "token signed with key " + Redaction.of(keyId);
    }

    /**
     * The protected header of a token: one algorithm, one type, a key by name, and no extension (RFC 7515 §4.1, RFC 8725 §3.1);
     * {@code b64} would change what was signed (RFC 7797).
     */
    private record TokenHeader(Map<String, Object> fields) {
        private static final String ALGORITHM = "RS256";
        private static final List<String> EXTENSIONS = List.of("crit", "b64");
        private static final List<String> TYPES = List.of("JWT", "at+jwt");
        private static final String APPLICATION = "application/";

        Optional<CheckResult> fault() {
            if (!ALGORITHM.equals(fields.get("alg"))) {
                return fault(Reason.ALGORITHM_NOT_ALLOWED, ALGORITHM, "alg");
            }
            for (String extension : EXTENSIONS) {
                if (fields.containsKey(extension)) {
                    return fault(Reason.HEADER_NOT_ALLOWED, "no " + extension, extension);
                }
            }
            if (fields.containsKey("typ") && !isTypeAllowed(fields.get("typ"))) {
                return fault(Reason.HEADER_NOT_ALLOWED, "typ JWT or at+jwt", "typ");
            }
            return keyId().isBlank() ? fault(Reason.KEY_ID_MISSING, "a kid", "kid") : Optional.empty();
        }

        /** Empty when the header names no key. */
        String keyId() {
            return fields.get("kid") instanceof String kid ? kid : "";
        }

        /** A media type, whose {@code application/} may be left out, in any case (RFC 7515 §4.1.9). */
        private static boolean isTypeAllowed(@Nullable Object typ) {
            if (!(typ instanceof String type)) {
                return false;
            }
            boolean isWhole = type.regionMatches(true, 0, APPLICATION, 0, APPLICATION.length());
            String subtype = isWhole ? type.substring(APPLICATION.length()) : type;
            for (String allowed : TYPES) {
                if (allowed.equalsIgnoreCase(subtype)) {
                    return true;
                }
            }
            return false;
        }

        private Optional<CheckResult> fault(Reason reason, String expected, String field) {
            Object actual = fields.get(field);
            return Optional.of(
                    CheckResult.refused(reason, expected, actual == null ? CheckResult.ABSENT : actual.toString()));
        }
    }
}
