package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import java.util.List;
import java.util.Locale;

/**
 * The one bearer token of a request (RFC 6750 §2.1). The Functions host joins repeated headers with a comma, so a comma
 * means a second token; a token in the query is not accepted, and next to one in the header it is a second one.
 */
sealed interface BearerToken {
    String SCHEME = "bearer";

    record Sent(PresentedToken token) implements BearerToken {}

    record Unusable(CheckResult refusal) implements BearerToken {}

    static BearerToken in(HttpRequestMessage<?> request) {
        List<String> values = RequestFields.header(request, "authorization");
        if (values.size() > 1) {
            return unusable(Reason.SEVERAL_TOKENS, values.size() + " Authorization headers");
        }
        String value = values.isEmpty() ? "" : values.get(0).strip();
        String token = token(value);
        if (token.isEmpty()) {
            return unusable(value);
        }
        return RequestFields.query(request, "access_token").isEmpty()
                ? new Sent(new PresentedToken(token))
                : unusable(Reason.SEVERAL_TOKENS, "a header and the query parameter access_token");
    }

    /**
     * The b64token of {@code Bearer b64token}, empty where that is not the form; looked at one character at a time, as a
     * regular expression takes the worker longer than the rest of a call with a known token.
     */
    private static String token(String credentials) {
        int start = SCHEME.length();
        while (start < credentials.length() && credentials.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < credentials.length() && isOfAToken(credentials.charAt(end))) {
            end++;
        }
        int whole = end;
        while (whole < credentials.length() && credentials.charAt(whole) == '=') {
            whole++;
        }
        boolean isBearer = credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return isBearer && start > SCHEME.length() && end > start && whole == credentials.length()
                ? credentials.substring(start)
                : "";
    }

    private static boolean isOfAToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._~+/-".indexOf(c) >= 0;
    }

    private static BearerToken unusable(String value) {
        if (value.isEmpty()) {
            return unusable(Reason.TOKEN_MISSING, "no Authorization header");
        }
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.matches("(bearer\\b.*,.*)|(.*,\\s*bearer\\b.*)")) {
            return unusable(Reason.SEVERAL_TOKENS, "Authorization values joined by a comma");
        }
        return lower.matches("bearer\\b.*")
                ? unusable(Reason.AUTHORIZATION_MALFORMED, "Bearer, and then no token")
                : unusable(Reason.TOKEN_MISSING, "another scheme");
    }

    private static BearerToken unusable(Reason reason, String actual) {
        return new Unusable(CheckResult.refused(reason, "one Authorization header: Bearer <token>", actual));
    }
}
