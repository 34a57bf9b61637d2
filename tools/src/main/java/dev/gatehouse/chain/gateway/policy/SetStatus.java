package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.http.Response;
import dev.gatehouse.xml.XmlElement;
import java.util.EnumSet;
import java.util.Map;

/** {@code set-status}: sets the status code; local servers send only its standard reason phrase. */
record SetStatus(int status) implements Policy {
    private static final Shape SHAPE = Shape.empty().needing("code", "reason");
    static final PolicyKind KIND = new PolicyKind(
            "set-status",
            EnumSet.of(Section.OUTBOUND, Section.ON_ERROR),
            SHAPE,
            (element, compilation) -> new SetStatus(code(element, compilation)));
    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("200", "OK"),
            Map.entry("201", "Created"),
            Map.entry("202", "Accepted"),
            Map.entry("204", "No Content"),
            Map.entry("400", "Bad Request"),
            Map.entry("401", "Unauthorized"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "Not Found"),
            Map.entry("405", "Method Not Allowed"),
            Map.entry("409", "Conflict"),
            Map.entry("415", "Unsupported Media Type"),
            Map.entry("429", "Too Many Requests"),
            Map.entry("500", "Internal Server Error"),
            Map.entry("502", "Bad Gateway"),
            Map.entry("503", "Service Unavailable"),
            Map.entry("504", "Gateway Timeout"));

    /** The code of an element that is also allowed within {@code return-response}. */
    static int code(XmlElement element, Compilation compilation) {
        compilation.check(element, SHAPE);
        String code = compilation.needed(element, "code");
        String phrase = PHRASES.get(code);
        if (phrase == null) {
            throw compilation.refused(
                    element,
                    "code",
                    "must be one of " + PHRASES.keySet().stream().sorted().toList());
        }
        if (!phrase.equals(compilation.needed(element, "reason"))) {
            throw compilation.refused(element, "reason", "is not supported; write the standard phrase: " + phrase);
        }
        return Integer.parseInt(code);
    }

    @Override
    public PolicyOutcome apply(Exchange exchange) {
        return new PolicyOutcome.Next(exchange.response()
                .map(response -> exchange.withResponse(new Response(status, response.headers(), response.body())))
                .orElse(exchange));
    }
}
