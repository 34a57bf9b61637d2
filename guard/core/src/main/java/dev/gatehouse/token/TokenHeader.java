package dev.gatehouse.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The protected header of a token: one algorithm, one type, a key by name, and no extension (RFC 7515 §4.1, RFC 8725 §3.1);
 * {@code b64} would change what was signed (RFC 7797).
 */
record TokenHeader(Map<String, Object> fields) {
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
