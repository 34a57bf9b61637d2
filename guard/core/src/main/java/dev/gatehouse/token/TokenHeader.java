package dev.gatehouse.token;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The protected header of a token: one algorithm, one type, a key by name, and no extension (RFC 7515 §4.1, RFC 8725 §3.1). */
record TokenHeader(Map<String, Object> fields) {
    private static final String ALGORITHM = "RS256";
    private static final Set<String> TYPES = Set.of("JWT", "at+jwt");

    Optional<Violation> violation() {
        if (!ALGORITHM.equals(fields.get("alg"))) {
            return violation(Reason.ALGORITHM_NOT_ALLOWED, ALGORITHM, "alg");
        }
        if (fields.containsKey("crit")) {
            return violation(Reason.HEADER_NOT_ALLOWED, "no crit", "crit");
        }
        if (fields.containsKey("typ") && TYPES.stream().noneMatch(this::isType)) {
            return violation(Reason.HEADER_NOT_ALLOWED, "typ JWT", "typ");
        }
        return keyId().isBlank() ? violation(Reason.KEY_ID_MISSING, "a kid", "kid") : Optional.empty();
    }

    /** Empty when the header names no key. */
    String keyId() {
        return fields.get("kid") instanceof String kid ? kid : "";
    }

    private boolean isType(String type) {
        return fields.get("typ") instanceof String actual && type.equalsIgnoreCase(actual);
    }

    private Optional<Violation> violation(Reason reason, String expected, String field) {
        Object actual = fields.get(field);
        return Optional.of(new Violation(reason, expected, actual == null ? Violation.ABSENT : actual.toString()));
    }
}
