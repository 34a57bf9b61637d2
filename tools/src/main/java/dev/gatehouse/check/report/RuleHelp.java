package dev.gatehouse.check.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/checks.md says of each rule, which the tools bring along. */
final class RuleHelp {
    private static final String DOCUMENT = "docs/checks.md";
    private static final Pattern LINE =
            Pattern.compile("(?m)^#{2,3} (?<heading>.+)$|^\\| `(?<rule>[a-z0-9-]+)` \\| (?<finds>.*?) \\|");

    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * @param finds what the rule finds
     * @param link to the heading that it is below
     */
    record Entry(String finds, String link) {}

    RuleHelp() {
        Matcher line = LINE.matcher(document());
        String heading = "";
        while (line.find()) {
            if (line.group("heading") != null) {
                heading = line.group("heading");
            } else {
                entries.putIfAbsent(
                        line.group("rule"), new Entry(line.group("finds"), DOCUMENT + "#" + anchor(heading)));
            }
        }
    }

    /** A rule that the document does not have is found nowhere in it. */
    Entry of(String rule) {
        return entries.getOrDefault(rule, new Entry("", DOCUMENT));
    }

    /** As GitHub makes the address of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    private static String document() {
        try (InputStream in = RuleHelp.class.getResourceAsStream("/dev/gatehouse/check/checks.md")) {
            if (in == null) {
                throw new IllegalStateException("the document of the checks is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the document of the checks cannot be read", unreadable);
        }
    }
}
