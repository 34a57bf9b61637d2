package dev.gatehouse.doctor.explain;

import dev.gatehouse.secrets.Redactor;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A cause that was recognised.
 *
 * @param signal where
 * @param weight how much was asked for
 * @param times how often
 * @param said whether only a person's own words name it, and no message of a product
 */
record FoundCause(KnownCause cause, Signal signal, int weight, long times, boolean said) {
    private static final Pattern DETAIL = Pattern.compile("\\{([\\w-]+)(?:\\|([^}]*))?}");

    /** What a person writes about an error is a hint, never evidence. */
    KnownCause.Confidence confidence() {
        return said ? KnownCause.Confidence.POSSIBLE : cause.text().confidence();
    }

    /** Causes and symptoms that a message shows, then those that a person mentions, then the rest. */
    int place() {
        boolean error = cause.role().compareTo(KnownCause.Role.SYMPTOM) <= 0;
        return error && said
                ? 2 * KnownCause.Role.SYMPTOM.ordinal() + 1
                : 2 * cause.role().ordinal();
    }

    String means() {
        return filled(cause.text().means());
    }

    String fix() {
        return filled(cause.text().fix());
    }

    /** A text of the catalogue with the details of this signal, as far as they are known. */
    String filled(String text) {
        Map<String, String> details = signal.details();
        return DETAIL.matcher(text).replaceAll(name -> {
            String value = details.get(name.group(1));
            String otherwise = name.group(2) == null ? "" : name.group(2);
            return java.util.regex.Matcher.quoteReplacement(value == null ? otherwise : Redactor.LOG.text(value));
        });
    }
}
