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
 */
record FoundCause(KnownCause cause, Signal signal, int weight, long times) {
    private static final Pattern DETAIL = Pattern.compile("\\{([\\w-]+)(?:\\|([^}]*))?}");

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
