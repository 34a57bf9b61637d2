package dev.gatehouse.doctor.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Maps texts in a trace to API Management's own reason names. */
final class AzureReasons {
    private static final Pattern NAMED =
            Pattern.compile("\\b(Token(?:NotPresent|SignatureInvalid|AudienceNotAllowed|IssuerNotAllowed"
                    + "|Expired|SignatureKeyNotFound|ClaimNotFound|ClaimValueNotAllowed)|JwtInvalid|SubscriptionKey(?:NotFound|Invalid)"
                    + "|OperationNotFound|RateLimitExceeded|QuotaExceeded|BackendConnectionFailure|ClientConnectionFailure"
                    + "|ExpressionValueEvaluationFailure|client-not-allowed|requirement-not-met|issuer-of-another-version"
                    + "|caller-not-nameable)\\b");

    /** Texts of the policies' own messages and of their token library (Microsoft.IdentityModel). */
    private static final Map<Pattern, String> WORDS = words();

    private AzureReasons() {}

    static Optional<String> in(String policy, String said) {
        var named = NAMED.matcher(said);
        if (named.find()) {
            return Optional.of(named.group(1));
        }
        return WORDS.entrySet().stream()
                .filter(word -> word.getKey().matcher(said).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        put(words, "JWT not present", "TokenNotPresent");
        put(words, "IDX10223|IDX10230|token is expired", "TokenExpired");
        put(words, "IDX10214|IDX10206|IDX10208|audience validation failed", "TokenAudienceNotAllowed");
        put(words, "IDX10205|IDX10211|IDX10204|issuer validation failed|IDX4000\\d", "TokenIssuerNotAllowed");
        put(words, "IDX10503|IDX10501|IDX10500|keys? tried", "TokenSignatureKeyNotFound");
        put(words, "IDX10511|IDX10514|IDX10508|signature validation failed", "TokenSignatureInvalid");
        put(words, "IDX10222|IDX10225|IDX12741|IDX12709|IDX12729|IDX14100", "JwtInvalid");
        put(words, "claim value mismatch", "TokenClaimValueNotAllowed");
        put(words, "claim not found|claim is missing|required claim", "TokenClaimNotFound");
        put(words, "missing subscription key", "SubscriptionKeyNotFound");
        put(words, "invalid subscription key", "SubscriptionKeyInvalid");
        put(words, "rate limit is exceeded", "RateLimitExceeded");
        put(words, "quota (is|has been) exceeded", "QuotaExceeded");
        put(words, "unable to match incoming request to an operation", "OperationNotFound");
        put(words, "JWT validation failed", "JwtInvalid");
        return words;
    }

    private static void put(Map<Pattern, String> words, String pattern, String reason) {
        words.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reason);
    }
}
