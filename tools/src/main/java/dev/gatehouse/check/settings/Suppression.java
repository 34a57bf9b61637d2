package dev.gatehouse.check.settings;

import dev.gatehouse.check.report.Reported;
import dev.gatehouse.check.source.Comment;
import dev.gatehouse.check.source.Spot;
import dev.gatehouse.deployment.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody has decided to leave as it is.
 *
 * @param at where that is written
 * @param rules by their ids
 * @param reason empty where it is missing, and then nothing is suppressed
 */
record Suppression(Spot at, List<String> rules, String reason, boolean isInSource, Scope scope) {
    private static final Pattern FORM = Pattern.compile(
            "(?s)\\W*" + Comment.IGNORE + "\\s*([a-z0-9-]+(?:\\s*,\\s*[a-z0-9-]+)*)?\\s*(?::\\s*(.*?))?[\\s*/]*");

    /** What a suppression is about. */
    interface Scope {
        boolean has(Location place, Spot spot);
    }

    Suppression {
        rules = List.copyOf(rules);
    }

    /** {@code gatehouse-ignore RULE, RULE: REASON}; empty for a comment about anything else. */
    static Optional<Suppression> of(Comment comment, Scope scope) {
        Matcher form = FORM.matcher(comment.text());
        if (!form.matches()) {
            return Optional.empty();
        }
        String rules = form.group(1) == null ? "" : form.group(1);
        String reason = form.group(2) == null ? "" : form.group(2).strip().replaceAll("\\s+", " ");
        return Optional.of(new Suppression(
                comment.at(),
                Arrays.stream(rules.split(",", -1)).map(String::strip).toList(),
                reason,
                true,
                scope));
    }

    /** @param spot of the place, looked up only for what may be meant */
    boolean covers(String rule, Location place, Supplier<Spot> spot) {
        return rules.contains(rule) && scope.has(place, spot.get());
    }

    Reported.Suppressed suppressed() {
        return new Reported.Suppressed(reason, isInSource);
    }
}
