package dev.gatehouse.doctor.trace;

import dev.gatehouse.doctor.token.TokenWords;
import dev.gatehouse.token.Redaction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens, keys and secrets within a text. */
final class SecretsInText {
    private static final Pattern JWT =
            Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+(\\.[\\w-]*)?|eyJ[\\w-]{5,}(\\.[\\w-]*)+");
    private static final Pattern SCHEME = Pattern.compile(
            "(?i)\\b(bearer|basic|digest|negotiate|sharedaccesssignature|pop|dpop)\\s+(?!\\[)[^\\s\"',;]{4,}");
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)\\b(code|sig|subscription-key|client_secret|client_assertion|assertion|access_token|refresh_token|id_token"
                    + "|password|pwd|api[-_]?key|accountkey|sharedaccesskey|sharedaccesssignature|instrumentationkey|x-functions-key"
                    + "|ocp-apim-subscription-key|debug_token)(\"?\\s*[=:]\\s*\"?)(?!\\[)[^&\\s\"';,]+");

    private SecretsInText() {}

    static String hidden(String text) {
        StringBuilder readable = new StringBuilder();
        Matcher tokens = JWT.matcher(text);
        int from = 0;
        while (tokens.find()) {
            readable.append(plain(text.substring(from, tokens.start())));
            readable.append(claimsOf(tokens.group()).orElse("[token]"));
            from = tokens.end();
        }
        return readable.append(plain(text.substring(from))).toString();
    }

    private static String plain(String text) {
        String parameters = PARAMETER.matcher(text).replaceAll("$1$2[redacted]");
        return Redaction.hidden(SCHEME.matcher(parameters).replaceAll("$1 [redacted]"));
    }

    /** What a token says, in its place; empty where there is none. */
    static Optional<String> claimsOf(String text) {
        Matcher token = JWT.matcher(text);
        return token.find()
                ? Optional.of(TokenWords.of(token.group())
                        .map(claims -> "[token with " + claims + "]")
                        .orElse("[token]"))
                : Optional.empty();
    }
}
