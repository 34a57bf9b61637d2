package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.input.GivenJson;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a trace as the portal's Test tab shows it and as people copy it: for each entry the policy and its time,
 * such as {@code validate-jwt (2.1 ms)}, and its data as JSON.
 */
final class PortalTrace {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_SECTION = "steps";
    private static final Pattern ENTRY = Pattern.compile("([a-z][a-z0-9-]{2,60}) \\(([0-9.,]+ ms)\\)\\s*");
    private static final Pattern SECTION =
            Pattern.compile("(?im)^[#\\s]*(inbound|backend|outbound|on[- ]error)\\b(?![^\\r\\n]*[{\"])");

    private PortalTrace() {}

    /** In the form of {@code listTrace}; empty when the text has no entry with readable data. */
    static Optional<JsonNode> read(String text) {
        ObjectNode entries = JSON.createObjectNode();
        Matcher entry = ENTRY.matcher(text);
        boolean found = entry.find();
        while (found) {
            int start = entry.end();
            String source = entry.group(1);
            String elapsed = entry.group(2);
            String section = section(text, entry.start());
            found = entry.find();
            String data = text.substring(start, found ? entry.start() : text.length());
            data(data).ifPresent(read -> list(entries, section)
                    .addObject()
                    .put("source", source)
                    .put("elapsed", elapsed)
                    .set("data", read));
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.createObjectNode().put("traceId", "").set("traceEntries", entries));
    }

    private static ArrayNode list(ObjectNode entries, String section) {
        return entries.has(section) ? (ArrayNode) entries.get(section) : entries.putArray(section);
    }

    /** The last heading of a section before an entry. */
    private static String section(String text, int before) {
        Matcher heading = SECTION.matcher(text).region(0, before);
        String section = NO_SECTION;
        while (heading.find()) {
            section = heading.group(1).toLowerCase(Locale.ROOT).replace(' ', '-');
        }
        return section;
    }

    /** An object, a list or a text; what follows the JSON, such as a heading, is left out. */
    private static Optional<JsonNode> data(String written) {
        String text = written.strip();
        int end = Math.max(Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')), text.lastIndexOf('"'));
        if (end < 0) {
            return Optional.empty();
        }
        String json = text.substring(0, end + 1);
        return json.startsWith("\"")
                ? GivenJson.container("[" + json + "]").map(list -> list.path(0))
                : GivenJson.container(json);
    }
}
