package dev.gatehouse.check.rules;

import dev.gatehouse.xml.XmlElement;
import java.util.regex.Pattern;

/** The condition of a {@code when}, by what decides it. */
record PolicyCondition(String text) {
    private static final String METHOD = "context\\s*\\.\\s*Request\\s*\\.\\s*Method\\s*";
    private static final Pattern PREFLIGHT = Pattern.compile("@\\(\\s*" + METHOD + "==\\s*\"OPTIONS\"\\s*\\)");
    private static final Pattern NO_PREFLIGHT = Pattern.compile("@\\(\\s*" + METHOD + "!=\\s*\"OPTIONS\"\\s*\\)");
    private static final Pattern OF_REQUEST = Pattern.compile(
            "context\\s*\\.\\s*Request\\s*\\.\\s*(Headers|Method|Url|OriginalUrl|MatchedParameters|Body)\\b");
    private static final Pattern CERTIFICATE = Pattern.compile("Request\\s*\\.\\s*Certificate\\b");
    private static final Pattern KNOWN_SECRET = Pattern.compile("\\{\\{[^}]+}}|\uE0FE|\\bIResponse\\b");

    private static final Pattern FALSE = Pattern.compile(
            "(?s)@\\(\\s*(false(\\s*&&.*)?|[^|]*&&\\s*false|(\\d+|\"[^\"]*\")\\s*==\\s*(?!\\3\\s*\\))(\\d+|\"[^\"]*\"))\\s*\\)");

    /** An untyped variable compared with a text: C# compares references, which are never the same. */
    private static final Pattern REFERENCES = Pattern.compile(
            "@\\(\\s*context\\s*\\.\\s*Variables\\s*(\\[\\s*\"[^\"]*\"\\s*]|\\.\\s*GetValueOrDefault\\s*\\(\\s*\"[^\"]*\"\\s*(,\\s*null\\s*)?\\))\\s*==\\s*\"[^\"]*\"\\s*\\)");

    static PolicyCondition of(XmlElement when) {
        return new PolicyCondition(when.attribute("condition").orElse(""));
    }

    /** Whether it is true of a browser's preflight only, which carries no token. */
    boolean isPreflight() {
        return PREFLIGHT.matcher(text).matches();
    }

    boolean isAllButPreflight() {
        return NO_PREFLIGHT.matcher(text).matches();
    }

    /** Whether the caller decides it, by what is in the request. */
    boolean isOfCaller() {
        return OF_REQUEST.matcher(text).find() && !isOfCertificate();
    }

    boolean isOfCertificate() {
        return CERTIFICATE.matcher(text).find();
    }

    /** Whether it compares with what the gateway knows: a named value, or what it has read before. */
    boolean isOfKnownSecret() {
        return KNOWN_SECRET.matcher(text).find() && !text.contains("Jwt");
    }

    boolean isNeverTrue() {
        return FALSE.matcher(text).matches() || REFERENCES.matcher(text).matches();
    }
}
