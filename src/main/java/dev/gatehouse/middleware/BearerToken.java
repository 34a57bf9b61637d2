package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.Violation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one bearer token of a request (RFC 6750 §2.1). The Functions host joins repeated headers with a comma, so a comma
 * stands for a second token; a token in the query is not accepted, and next to one in the header it is a second one.
 */
sealed interface BearerToken {
    Pattern SYNTAX = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    record Sent(String value) implements BearerToken {
        /** Never the token itself. */
        @Override
        public String toString() {
            return "a bearer token";
        }
    }

    record Unusable(Violation violation) implements BearerToken {}

    static BearerToken in(HttpRequestMessage<?> request) {
        List<String> values = RequestFields.header(request, "authorization");
        if (values.size() > 1) {
            return unusable(Reason.SEVERAL_TOKENS, values.size() + " Authorization headers");
        }
        String value = values.isEmpty() ? "" : values.get(0).strip();
        Matcher bearer = SYNTAX.matcher(value);
        if (!bearer.matches()) {
            return unusable(value);
        }
        return RequestFields.query(request, "access_token").isEmpty()
                ? new Sent(bearer.group(1))
                : unusable(Reason.SEVERAL_TOKENS, "a header and the query parameter access_token");
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
        return new Unusable(new Violation(reason, "one Authorization header: Bearer <token>", actual));
    }
}
