package dev.gatehouse.doctor.explain;

import dev.gatehouse.guid.Guid;
import dev.gatehouse.token.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Error codes, whatever document they are in, and what the message of each names. */
final class CodeSignals {
    /** A message is not longer. */
    static final int MESSAGE = 900;

    private static final Pattern NEXT = Pattern.compile("\\b(?:AADSTS\\d{4,9}|ID[XW]\\d{5})\\b");
    private static final Anchored CODE =
            Anchored.of("\\bAADSTS(\\d{4,9})\\b|\\bID[XW]\\d{5}\\b", 0, "aadsts", "idx", "idw");
    private static final Anchored NUMBER = Anchored.of(
            "error_codes\"?\\s*[:=]\\s*\\[\\s*(\\d{4,9})|/error\\?code=(\\d{4,9})", 0, "error_codes", "/error?code=");
    /** Codes of Azure Resource Manager, Microsoft Graph, Storage and Key Vault: members of JSON, or lines of the Azure CLI. */
    private static final Anchored SERVICE = Anchored.of(
            "\"(?:c|errorC|ErrorC)ode\"\\s*:\\s*\"([A-Z][\\w.]{3,80})\"|(?:^|[\\s(])(?:Error ?C|C|c)ode\\s*[:=]\\s*\"?([A-Z]\\w{3,80})"
                    + "|(?:^|ERROR: )\\(([A-Z]\\w{3,80})\\)|Status [Cc]ode \\d{3}, \"?([A-Z]\\w{3,80})|<Code>([A-Z]\\w{3,80})</Code>",
            12, "code", "(");

    private static final Anchored GUARD = Anchored.of(
            "(?:urn:gatehouse:problem:|\"(?:code|rule|reason)\"\\s*:\\s*\")("
                    + Stream.concat(
                                    Stream.of("internal-error"),
                                    Arrays.stream(Reason.values()).map(Reason::code))
                            .collect(Collectors.joining("|"))
                    + ")\\b",
            0,
            "urn:gatehouse:problem:",
            "\"code\"",
            "\"rule\"",
            "\"reason\"");

    static final List<Anchored> ALL = List.of(CODE, NUMBER, SERVICE, GUARD);

    private CodeSignals() {}

    static List<Signal> in(String text, Map<String, List<Integer>> places) {
        List<Signal> found = new ArrayList<>();
        Tally tally = new Tally();
        for (MatchResult code : CODE.in(text, places)) {
            if (tally.isNew(code.group())) {
                String message = message(text, code.end());
                found.add(
                        code.group(1) != null
                                ? Signal.of(code.group(), code.start(), EntraMessage.details(message))
                                : Signal.of(code.group(), code.start(), TokenMessage.details(message)));
            }
        }
        numbers(text, places, found);
        named(SERVICE.in(text, places), "code:", text, found);
        named(GUARD.in(text, places), "guard:", text, found);
        return found;
    }

    /** A number counts only where its message is missing. */
    private static void numbers(String text, Map<String, List<Integer>> places, List<Signal> found) {
        List<Signal> more = new ArrayList<>();
        for (MatchResult number : NUMBER.in(text, places)) {
            String key = "AADSTS" + (number.group(1) != null ? number.group(1) : number.group(2));
            boolean isTold = found.stream()
                    .anyMatch(each -> each.key().equals(key) && Math.abs(each.at() - number.start()) < 4 * MESSAGE);
            if (!isTold && more.size() < Tally.MOST) {
                more.add(Signal.of(key, number.start()));
            }
        }
        found.addAll(more);
    }

    private static void named(List<MatchResult> names, String kind, String text, List<Signal> found) {
        Tally tally = new Tally();
        for (MatchResult name : names) {
            for (int group = 1; group <= name.groupCount(); group++) {
                if (name.group(group) != null && tally.isNew(name.group(group))) {
                    String message = message(text, name.end());
                    found.add(Signal.of(
                            kind + name.group(group),
                            name.start(group),
                            Map.of("message", message.lines().findFirst().orElse(""))));
                }
            }
        }
    }

    /** What follows a code, up to the next one. */
    static String message(String text, int from) {
        String message = text.substring(from, Math.min(text.length(), from + MESSAGE));
        Matcher next = NEXT.matcher(message);
        return next.find() ? message.substring(0, next.start()) : message;
    }

    /** What a value looks like: {@code guid}, {@code uri}, {@code name}. */
    static String form(String value) {
        if (Guid.matches(value)) {
            return "guid";
        }
        return value.contains("://") ? "uri" : "name";
    }

    /** The groups of patterns in a message, by name. */
    static Map<String, String> named(Map<String, Pattern> patterns, String message) {
        Map<String, String> details = new HashMap<>();
        patterns.forEach((name, pattern) -> {
            Matcher found = pattern.matcher(message);
            if (found.find()) {
                details.put(name, found.group(1).strip());
            }
        });
        return details;
    }
}
