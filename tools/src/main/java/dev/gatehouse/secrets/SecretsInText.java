package dev.gatehouse.secrets;

import dev.gatehouse.redaction.Redaction;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes tokens, keys and secrets from a text, and whatever looks like one. */
final class SecretsInText {
    /** Also percent-encoded, or broken into lines that contain nothing else. */
    private static final Pattern JWT = Pattern.compile("eyJ[\\w.%-]{5,}+"
            + "(?:[^\\S\\r\\n]*+(?:[\\r\\n]|\\\\[rn])\\s*+[\\w.-]++(?=\\s*(?:[\\r\\n]|\\\\[rn]|[\"',;]|\\z))){0,300}+");

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN (?!CERTIFICATE)[A-Z ]+-----.*?(?:-----END [A-Z ]+-----|\\z)", Pattern.DOTALL);

    /** Header lines whose values have spaces in them; a scheme before an already removed token stays. */
    private static final Pattern LINE =
            Pattern.compile("(?i)([\\w-]*(?:authorization|cookie2?)\\\\*[\"']?\\s*(?:[:=]|%3[ad])\\s*)"
                    + "(?!\\s*\\\\*[\"']?(?:(?:bearer|d?pop)\\s*)?\\z)(\\\\*[\"']?)[^\\r\\n\"']+");

    /** The parameters of a challenge (RFC 6750 §3) are no credential. */
    private static final Pattern SCHEME = Pattern.compile(
            "(?i)\\b(bearer|basic|digest|negotiate|sharedaccesssignature|sharedkey(?:lite)?|hmac-sha256|d?pop)\\s+(?!\\[|<token>|(?:realm|error|error_description|scope|authorization_uri|resource_id)=\\\\*\")[^\\s\"',;]{4,}");

    private static final String SPELT =
            "[\\w.-]*(?:secret|passw(?:or)?d|passphrase|passcode|pwd|assertion|signature|credential"
                    + "|connection[-_]?string|(?<=[a-z]|[-_])token|(?<=[a-z]|[-_])key|device_code|authsession|x-zumo-auth|x-arr-ssl)"
                    + "|x-ms-token-[\\w-]+|x-ms-client-principal[\\w-]*";
    private static final String VALUE =
            "(?:(?<quote>\\\\*[\"']).{0,4000}?\\k<quote>|\\{[^}]{0,4000}+}|(?!\\[)[^&\\s\"';,<>)}\\]\\\\]+)";

    private static final Pattern PARAMETER =
            Pattern.compile("(?is)(?<name>\\b(?:" + SPELT + ")\\\\*[\"']?\\s*(?:[:=]|%3[ad])\\s*)" + VALUE);

    /** The value of a member {@code code} that names an error: capital first, and letters only, which no code to sign in with has. */
    private static final String ERROR_NAME =
            "(?<=code[\"'\\\\]{1,4}\\s{0,3}:\\s{0,3})\\\\*[\"'](?-i:[A-Z][A-Za-z]{2,40})\\\\*[\"']";

    /**
     * Names that are words of plain text too count only where nothing but a value can follow; at the end of a name, a status is
     * not one.
     */
    private static final Pattern SHORT = Pattern.compile(
            "(?is)(?<name>(?:(?<![\\w-])|(?<=%3f|%26))(?:code|sig|key|token|sas|pass|pwd)(?:(?:=|%3d)|\\\\*[\"']\\s*:\\s*(?=\\\\*[\"'])(?!"
                    + ERROR_NAME + "))"
                    + "|(?:code|sig|signature|key|token|cookie|secret|pwd?)=(?![1-5]\\d\\d\\b))"
                    + VALUE);

    private static final Pattern SAID = Pattern.compile("(?i)\\b([\\w-]*(?:-key|password|secret)\\s+(?:is|to)\\s+)"
            + "(?!not\\b|missing|invalid|expired|required|wrong|empty|absent|present|set\\b|null|\\[)\\S+");

    private static final Pattern USER = Pattern.compile("(?<=://)[^/\\s:@\"']+:[^/\\s@\"']+@");
    private static final Pattern ELEMENT = Pattern.compile(
            "(name\\s*=\\s*\\\\*[\"']([\\w.-]+)\\\\*[\"'][^>]{0,300}>\\s*<value>)[^<]*|(<([\\w.-]+)(?:\\s[^>]{0,300})?>)[^<]+(?=</)");

    private static final Pattern ASSIGNMENT = Pattern.compile("[:=%]");

    /** Longer than any name; the patterns for shorter words are slow with these. */
    private static final Pattern RUN = Pattern.compile("[\\w+/=.%~-]{400,}+");

    private SecretsInText() {}

    /** @param token the replacement for a token */
    static String hidden(String text, UnaryOperator<String> token) {
        StringBuilder readable = new StringBuilder();
        String all = PRIVATE_KEY.matcher(text).replaceAll("[private key]");
        Matcher tokens = JWT.matcher(all);
        int from = 0;
        while (tokens.find()) {
            readable.append(plain(all.substring(from, tokens.start()))).append(token.apply(joined(tokens.group())));
            from = tokens.end();
        }
        return readable.append(plain(all.substring(from))).toString();
    }

    /** The first token in a text, in one piece. */
    static Optional<String> token(String text) {
        Matcher token = JWT.matcher(text);
        return token.find() ? Optional.of(joined(token.group())) : Optional.empty();
    }

    private static String joined(String token) {
        return token.replaceAll("\\s|\\\\[rn]", "")
                .replaceAll("(?i)%2e", ".")
                .replaceAll("(?i)%2d", "-")
                .replaceAll("(?i)%5f", "_")
                .replaceFirst("%.*", "");
    }

    private static String plain(String text) {
        String clean = RUN.matcher(text).replaceAll(Redactor.HIDDEN);
        if (clean.indexOf('<') >= 0) {
            clean = ELEMENT.matcher(clean).replaceAll(SecretsInText::element);
        }
        return Redaction.hidden(ASSIGNMENT.matcher(clean).find() ? assigned(clean) : spoken(clean));
    }

    /** Every pattern of names and values asks for one of these between them: most texts have none. */
    private static String assigned(String text) {
        String clean = USER.matcher(text).replaceAll(Redactor.HIDDEN + "@");
        clean = LINE.matcher(clean).replaceAll("$1$2" + Redactor.HIDDEN);
        clean = SCHEME.matcher(clean).replaceAll("$1 " + Redactor.HIDDEN);
        clean = PARAMETER.matcher(clean).replaceAll("${name}" + Redactor.HIDDEN);
        clean = SHORT.matcher(clean).replaceAll("${name}" + Redactor.HIDDEN);
        return SAID.matcher(clean).replaceAll("$1" + Redactor.HIDDEN);
    }

    private static String spoken(String text) {
        String clean = SCHEME.matcher(text).replaceAll("$1 " + Redactor.HIDDEN);
        return SAID.matcher(clean).replaceAll("$1" + Redactor.HIDDEN);
    }

    /** A set-header policy, and an element with the name of a secret. */
    private static String element(MatchResult found) {
        boolean header = found.group(1) != null;
        String name = header ? found.group(2) : found.group(4);
        String kept = header ? found.group(1) : found.group(3);
        return Matcher.quoteReplacement(SecretNames.isOne(name) ? kept + Redactor.HIDDEN : found.group());
    }
}
