package dev.gatehouse.local.gateway.policy;

import java.util.Map;

/** {@code set-status} within {@code return-response}: a code with its standard reason phrase, the only one that local servers send. */
final class SetStatus {
    private static final Shape SHAPE = Shape.empty().needing("code", "reason");
    private static final Map<String, String> PHRASES = Map.of(
            "200", "OK",
            "204", "No Content",
            "400", "Bad Request",
            "401", "Unauthorized",
            "403", "Forbidden",
            "404", "Not Found",
            "409", "Conflict",
            "429", "Too Many Requests",
            "500", "Internal Server Error",
            "503", "Service Unavailable");

    private SetStatus() {}

    static int compile(Element element, Compilation compilation) {
        compilation.check(element, SHAPE);
        String code = compilation.needed(element, "code");
        String phrase = PHRASES.get(code);
        if (phrase == null) {
            throw compilation.refused(
                    element,
                    "code",
                    "is not one of " + PHRASES.keySet().stream().sorted().toList());
        }
        if (!phrase.equals(compilation.needed(element, "reason"))) {
            throw compilation.refused(element, "reason", "is not executed; write the standard phrase: " + phrase);
        }
        return Integer.parseInt(code);
    }
}
