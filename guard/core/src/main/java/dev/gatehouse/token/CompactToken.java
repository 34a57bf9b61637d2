package dev.gatehouse.token;

import dev.gatehouse.jose.JsonObjects;
import dev.gatehouse.redaction.Redaction;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Optional;

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
}
