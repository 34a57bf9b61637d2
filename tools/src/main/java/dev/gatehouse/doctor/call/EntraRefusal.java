package dev.gatehouse.doctor.call;

import dev.gatehouse.guid.Guid;
import dev.gatehouse.redaction.Redaction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entra's response to a client that gets no token.
 *
 * @param code the number after AADSTS; empty if it is missing
 * @param text Entra's message, without secrets
 * @param ids with which an administrator finds the sign-in
 */
public record EntraRefusal(Optional<Integer> code, String text, Ids ids) {
    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,9})");
    private static final Pattern TRACE = Pattern.compile("Trace ID: (" + Guid.FORM + ")");
    private static final Pattern CORRELATION = Pattern.compile("(?i)Correlation ID: (" + Guid.FORM + ")");

    /** Empty when Entra did not send them. */
    public record Ids(String trace, String correlation) {}

    static EntraRefusal of(String message) {
        Matcher code = CODE.matcher(message);
        String text = message.replaceFirst("(?s)\\s*Trace ID: .*", "");
        return new EntraRefusal(
                code.find() ? Optional.of(Integer.parseInt(code.group(1))) : Optional.empty(),
                Redaction.hidden(text.lines().findFirst().orElse("")),
                new Ids(first(TRACE, message), first(CORRELATION, message)));
    }

    private static String first(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.find() ? match.group(1) : "";
    }
}
