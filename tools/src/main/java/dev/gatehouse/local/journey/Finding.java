package dev.gatehouse.local.journey;

/**
 * What a rule found; texts are kept fit to be shown: no token, no key.
 *
 * @param reason the layer's own name for a refusal, such as {@code TokenExpired}
 */
public record Finding(Verdict verdict, String reason, String expected, String actual) {

    public Finding {
        reason = Shown.text(reason);
        expected = Shown.text(expected);
        actual = Shown.text(actual);
    }

    Finding without(Secrets secrets) {
        return new Finding(verdict, secrets.hidden(reason), secrets.hidden(expected), secrets.hidden(actual));
    }

    public static Finding passed() {
        return new Finding(Verdict.PASSED, "", "", "");
    }

    /** Something that was seen, perhaps other than it should be. */
    public static Finding noted(String reason, String expected, String actual) {
        return new Finding(Verdict.NOTED, reason, expected, actual);
    }

    public static Finding refused(String reason, String expected, String actual) {
        return new Finding(Verdict.REFUSED, reason, expected, actual);
    }

    public static Finding failed(String reason, String expected, String actual) {
        return new Finding(Verdict.FAILED, reason, expected, actual);
    }
}
