package dev.gatehouse.doctor.explain;

import dev.gatehouse.doctor.token.TokenProfile;
import dev.gatehouse.guid.Guid;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message about a refused token names: Microsoft's token library, API Management, a challenge. */
final class TokenMessage {
    private static final Map<String, Pattern> NAMED = Map.of(
            "issuer", Pattern.compile("(?:[Ii]ssuer: |[Ii]ssuer )'(https://[^'\\n]{1,200})'"),
            "valid-issuer", Pattern.compile("[Vv]alidIssuers?: '([^'\\n]{0,300}https://[^'\\n]{1,300})'"),
            "audience", Pattern.compile("(?:Audiences?: |audience )'([^'\\n]{1,300})'"),
            "valid-audience", Pattern.compile("[Vv]alidAudiences?: '([^'\\n]{1,300})'"),
            "claim", Pattern.compile("(?:[Cc]laim value mismatch|[Cc]laim mismatch): ?([\\w.-]{1,60})"),
            "kid", Pattern.compile("kid: '([\\w-]{1,80})'"));
    private static final Pattern V1 =
            Pattern.compile("https://sts\\.(?:windows\\.net|chinacloudapi\\.cn)/(" + Guid.FORM + ")/?");
    private static final Pattern V2 = Pattern.compile("https://login\\.[\\w.]+/(" + Guid.FORM + ")/v2\\.0/?");

    private TokenMessage() {}

    static Map<String, String> details(String message) {
        Map<String, String> details = CodeSignals.named(NAMED, message);
        String issuer = details.getOrDefault("issuer", "");
        String valid = details.getOrDefault("valid-issuer", "");
        if (!issuer.isEmpty() && !valid.isEmpty()) {
            details.put("issuers", issuers(issuer, valid));
        }
        String audience = details.getOrDefault("audience", "");
        if (!audience.isEmpty()) {
            audience(audience, details);
        }
        return details;
    }

    private static String issuers(String issuer, String valid) {
        if (same(V1.matcher(issuer), V2.matcher(valid)) || same(V2.matcher(issuer), V1.matcher(valid))) {
            return "other version";
        }
        if (issuer.contains(".b2clogin.com/") || issuer.contains(".ciamlogin.com/")) {
            return "customers";
        }
        if (valid.replace("/", "").equalsIgnoreCase(issuer.replace("/", ""))) {
            return "spelling";
        }
        return V1.matcher(issuer).lookingAt() || V2.matcher(issuer).lookingAt() ? "other tenant" : "other issuer";
    }

    /** Also if the valid ones are a list. */
    private static boolean same(Matcher one, Matcher other) {
        if (!one.lookingAt()) {
            return false;
        }
        while (other.find()) {
            if (other.group(1).equalsIgnoreCase(one.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static void audience(String audience, Map<String, String> details) {
        details.put("audience-of", TokenProfile.service(audience).orElse(CodeSignals.form(audience)));
        String valid = details.getOrDefault("valid-audience", "");
        if (!valid.isEmpty()) {
            details.put("audiences", audiences(audience, valid));
        }
    }

    private static String audiences(String audience, String valid) {
        String small = audience.toLowerCase(Locale.ROOT);
        for (String each : valid.split("[,\\s]+", -1)) {
            String other = each.toLowerCase(Locale.ROOT);
            if (small.equals("spn:" + other)) {
                return "spn";
            }
            if (small.equals("api://" + other) || other.equals("api://" + small)) {
                return "uri and id";
            }
            if (small.replaceFirst("/$", "").equals(other.replaceFirst("/$", ""))) {
                return "spelling";
            }
        }
        return "other";
    }
}
