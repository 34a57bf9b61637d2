package dev.gatehouse.doctor.explain;

import java.util.Map;
import java.util.regex.Pattern;

/** What the message of an AADSTS code names. The texts are not part of Entra's contract: a detail may be missing. */
final class EntraMessage {
    private static final Map<String, Pattern> NAMED = Map.of(
            "id", Pattern.compile("[Aa]pplication (?:with identifier )?'([^'\\n]{1,200})'"),
            "resource",
                    Pattern.compile(
                            "(?:resource principal named|for resource|resource identifier|on the resource|resource)"
                                    + " '?((?:[a-z]+://|[0-9a-fA-F]{8}-)[^\\s'\"<>]{1,200}?)'?(?=\\.? |\\.?$|\\.\\n| was)"),
            "tenant",
                    Pattern.compile("(?:the directory|[Tt]enant)(?: named)? '?([^'.\\n]{1,80}?)'?"
                            + "(?:\\. |\\.$|,| not found| and | for )"),
            "uri", Pattern.compile("(?:redirect|reply) (?:URI|URL|address) '([^'\\n]{1,300})'"),
            "subject", Pattern.compile("subject '([^'\\n]{1,300})'"),
            "issuer", Pattern.compile("issuer '([^'\\n]{1,300})'"),
            "audience", Pattern.compile("audience '([^'\\n]{1,300})'"),
            "scope",
                    Pattern.compile(
                            "(?:for |input parameter 'scope'[^.]{0,60}\\. The |asked for )?[Ss]cope '?([^'\\s]{1,200}?)'?(?= (?:that|is|doesn))"),
            "parameter", Pattern.compile("(?:following parameter|parameter): '([\\w.' ]{1,80})'"));

    private EntraMessage() {}

    static Map<String, String> details(String message) {
        Map<String, String> details = CodeSignals.named(NAMED, message);
        for (String name : new String[] {"id", "resource"}) {
            String value = details.get(name);
            if (value != null) {
                details.put(name + "-form", CodeSignals.form(value));
            }
        }
        return details;
    }
}
