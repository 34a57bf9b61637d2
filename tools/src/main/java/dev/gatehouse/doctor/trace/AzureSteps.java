package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.StepVerdict;
import dev.gatehouse.doctor.trace.ExportedTrace.TraceStep;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The steps of a trace of API Management
 * (https://learn.microsoft.com/azure/api-management/api-management-howto-api-inspector). The form of {@code data} is each
 * policy's own and documented by examples only, so it is searched as text.
 */
final class AzureSteps {
    private static final int LONGEST = 400;
    private static final int FIRST_ERROR = 400;
    private static final List<String> ANSWERING = List.of("return-response", "choose");

    private AzureSteps() {}

    static List<TraceStep> of(JsonNode trace) {
        List<TraceStep> steps = new ArrayList<>();
        for (var section : trace.path("traceEntries").properties()) {
            section.getValue().forEach(entry -> steps.add(step(section.getKey(), entry)));
        }
        return steps;
    }

    private static TraceStep step(String section, JsonNode entry) {
        String policy = entry.path("source").asText("");
        String said = said(entry.path("data"));
        Optional<String> reason = Reasons.in(said);
        boolean refuses = reason.isPresent() || answers(policy, entry.path("data"));
        String known = reason.orElse(refuses ? "ReturnResponse" : "");
        return new TraceStep(
                Layer.GATEWAY,
                policy,
                section,
                entry.path("elapsed").asText(""),
                refuses ? StepVerdict.REFUSED : StepVerdict.PASSED,
                known,
                said.length() > LONGEST ? said.substring(0, LONGEST) + " ..." : said,
                Fixes.of(Layer.GATEWAY, known).map(Fix::text).orElse(""));
    }

    /** A policy that returns an error response instead of the backend. */
    private static boolean answers(String policy, JsonNode data) {
        int status = data.at("/response/status/code")
                .asInt(data.at("/response/statusCode").asInt());
        return ANSWERING.contains(policy) && status >= FIRST_ERROR;
    }

    /** All texts in a node, in order. */
    private static String said(JsonNode data) {
        List<String> texts = new ArrayList<>();
        gather("", data, texts);
        return String.join("; ", texts);
    }

    private static void gather(String name, JsonNode node, List<String> texts) {
        if (node.isObject() && node.path("name").isTextual() && node.has("value")) {
            texts.add(node.path("name").asText() + " " + node.path("value").asText());
        } else if (node.isObject()) {
            node.properties().forEach(member -> gather(member.getKey(), member.getValue(), texts));
        } else if (node.isArray()) {
            node.forEach(each -> gather(name, each, texts));
        } else if (!node.isNull() && !node.isMissingNode()) {
            texts.add(
                    name.isEmpty() || name.equals("message") || name.equals("messages")
                            ? node.asText()
                            : name + " " + node.asText());
        }
    }

    /** Maps texts in a trace to API Management's own reason names. */
    private static final class Reasons {
        private static final Pattern NAMED =
                Pattern.compile("\\b(Token(?:NotPresent|SignatureInvalid|AudienceNotAllowed|IssuerNotAllowed"
                        + "|Expired|SignatureKeyNotFound|ClaimNotFound|ClaimValueNotAllowed)|JwtInvalid|SubscriptionKey(?:NotFound|Invalid)"
                        + "|OperationNotFound|RateLimitExceeded|QuotaExceeded|BackendConnectionFailure|ClientConnectionFailure"
                        + "|ExpressionValueEvaluationFailure|client-not-allowed|requirement-not-met|issuer-of-another-version"
                        + "|caller-not-nameable)\\b");

        /** Texts of the policies' own messages and of their token library (Microsoft.IdentityModel). */
        private static final Map<Pattern, String> WORDS = words();

        private Reasons() {}

        static Optional<String> in(String said) {
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
}
