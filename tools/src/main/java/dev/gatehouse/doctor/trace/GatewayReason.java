package dev.gatehouse.doctor.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * API Management's own names for what went wrong, and the messages of its policies
 * (https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies).
 */
final class GatewayReason {
    private static final Pattern NAMED =
            Pattern.compile("\\b(Token(?:NotPresent|SignatureInvalid|AudienceNotAllowed|IssuerNotAllowed"
                    + "|Expired|SignatureKeyNotFound|ClaimNotFound|ClaimValueNotAllowed)|JwtInvalid|SubscriptionKey(?:NotFound|Invalid)"
                    + "|OperationNotFound|RateLimitExceeded|QuotaExceeded|BackendConnectionFailure|ClientConnectionFailure"
                    + "|ExpressionValueEvaluationFailure|CallerIpNotAllowed|CallerIpBlocked|FailedToParseCallerIP"
                    + "|HeaderNotFound|HeaderValueNotAllowed|ValidationFailed|client-not-allowed|requirement-not-met"
                    + "|issuer-of-another-version|caller-not-nameable)\\b");

    /** {@code Claim value mismatch: roles=…} and {@code Claim not found: roles}: the claim decides what is wrong. */
    private static final Pattern CLAIM =
            Pattern.compile("(?i)claim (?:(value )?mismatch|(?:was )?not found)\\W+(?:name\\W+)?([A-Za-z_][\\w]*)");

    private static final Map<String, String> BY_CLAIM = Map.of(
            "aud", "TokenAudienceNotAllowed",
            "iss", "TokenIssuerNotAllowed",
            "tid", "tenant-not-allowed",
            "ver", "version-not-accepted",
            "azp", "client-not-allowed",
            "appid", "client-not-allowed",
            "oid", "principal-not-allowed",
            "roles", "role-missing",
            "scp", "scope-missing");

    private static final Map<Pattern, String> MESSAGES = messages();

    private GatewayReason() {}

    /** The first that a text names; empty where it names none that is known. */
    static Optional<String> in(String text) {
        Matcher claim = CLAIM.matcher(text);
        if (claim.find() && BY_CLAIM.containsKey(claim.group(2))) {
            return Optional.of(BY_CLAIM.get(claim.group(2)));
        }
        Matcher named = NAMED.matcher(text);
        if (named.find()) {
            return Optional.of(named.group(1));
        }
        return MESSAGES.entrySet().stream()
                .filter(message -> message.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Pattern, String> messages() {
        Map<Pattern, String> messages = new LinkedHashMap<>();
        put(messages, "JWT not present", "TokenNotPresent");
        put(messages, "token is expired", "TokenExpired");
        put(messages, "audience validation failed", "TokenAudienceNotAllowed");
        put(messages, "issuer validation failed", "TokenIssuerNotAllowed");
        put(messages, "claim value mismatch", "TokenClaimValueNotAllowed");
        put(messages, "claim not found|claim is missing|required claim", "TokenClaimNotFound");
        put(messages, "missing subscription key", "SubscriptionKeyNotFound");
        put(messages, "invalid subscription key", "SubscriptionKeyInvalid");
        put(messages, "rate limit is exceeded", "RateLimitExceeded");
        put(messages, "quota (is|has been) exceeded|out of call volume quota|out of bandwidth quota", "QuotaExceeded");
        put(messages, "unable to match incoming request to an operation", "OperationNotFound");
        put(messages, "expression evaluation failed", "ExpressionValueEvaluationFailure");
        put(messages, "remote name could not be resolved|no such host is known", "BackendConnectionFailure");
        put(
                messages,
                "error occur+ed while communicating with backend|unable to connect to the remote server"
                        + "|could not establish trust relationship|underlying connection was closed",
                "BackendConnectionFailure");
        put(messages, "operation (was|has) timed out|backend .*timeout (of|after)", "Timeout");
        put(messages, "signature validation failed", "signature");
        put(messages, "JWT validation failed", "JwtInvalid");
        return messages;
    }

    private static void put(Map<Pattern, String> messages, String pattern, String reason) {
        messages.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reason);
    }
}
