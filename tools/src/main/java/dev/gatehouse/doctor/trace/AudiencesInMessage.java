package dev.gatehouse.doctor.trace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The audiences that a message of the token library names (IDX10214), or those of the token that it quotes (IDX10511). */
final class AudiencesInMessage {
    private static final Pattern ACTUAL = Pattern.compile("(?i)\\baudiences: '([^',]+)'|\"aud\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern VALID = Pattern.compile("(?i)ValidAudiences?: '([^']*)'");

    private AudiencesInMessage() {}

    static Optional<String> actual(String message) {
        Matcher audience = ACTUAL.matcher(message.replace("\\", ""));
        return audience.find()
                ? Optional.ofNullable(audience.group(1))
                        .or(() -> Optional.ofNullable(audience.group(2)))
                        .filter(text -> !text.contains("hidden"))
                : Optional.empty();
    }

    /** What the validator accepts; empty where the message hides it. */
    static List<String> valid(String message) {
        return VALID.matcher(message)
                .results()
                .flatMap(found -> List.of(found.group(1).split(",\\s*", -1)).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equals("null") && !text.contains("hidden"))
                .distinct()
                .toList();
    }
}
