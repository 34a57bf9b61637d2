package dev.gatehouse.doctor.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reasons of API Management ({@code LastError.Reason}), whatever document they are in. */
final class ReasonSignals {
    /** Other services of Azure have codes with these names too. */
    private static final Set<String> OF_OTHERS = Set.of(
            "TokenExpired",
            "OperationNotFound",
            "RateLimitExceeded",
            "QuotaExceeded",
            "HeaderNotFound",
            "JwtInvalid",
            "Timeout",
            "TransportError",
            "ValidationFailed");

    private static final List<String> REASONS = Stream.concat(
                    OF_OTHERS.stream(),
                    Stream.of(
                            "TokenNotPresent",
                            "TokenSignatureInvalid",
                            "TokenAudienceNotAllowed",
                            "TokenIssuerNotAllowed",
                            "TokenSignatureKeyNotFound",
                            "TokenClaimNotFound",
                            "TokenClaimValueNotAllowed",
                            "SubscriptionKeyNotFound",
                            "SubscriptionKeyInvalid",
                            "CallerIpNotAllowed",
                            "CallerIpBlocked",
                            "FailedToParseCallerIP",
                            "HeaderValueNotAllowed",
                            "CallbackParameterInvalid",
                            "BackendConnectionFailure",
                            "ClientConnectionFailure",
                            "ExpressionValueEvaluationFailure"))
            .sorted()
            .toList();
    private static final Anchored GATEWAY = new Anchored(
            Pattern.compile("(?<!\\w)(" + String.join("|", REASONS) + ")\\b"),
            0,
            REASONS.stream().map(reason -> reason.toLowerCase(Locale.ROOT)).toList());
    /** What is around a reason of API Management: members of its error, its policies, the columns of its log. */
    private static final Anchored OF_THE_GATEWAY = new Anchored(
            Pattern.compile(
                    "(?i)last_?error|validate-(?:jwt|azure-ad-token|client-certificate)|forward-request|on-error|errorreason"
                            + "|gatewaylogs|azure-api\\.net|apim(?:anagement)?\\b|\\breason\"?\\s?[:=]|rate-limit|\\bquota\\b\"|check-header"),
            0,
            List.of(
                    "last",
                    "validate-",
                    "forward-request",
                    "on-error",
                    "errorreason",
                    "gatewaylogs",
                    "azure-api.net",
                    "apim",
                    "reason",
                    "rate-limit",
                    "quota",
                    "check-header"));
    /** The milliseconds of a call in GatewayLogs and in traces. */
    private static final Pattern TIME = Pattern.compile(
            "(?i)(?:total_?time|backend_?time|elapsed|duration(?:ms)?)[_\\w]{0,4}\"?\\W{1,3}(\\d{6})\\b");
    /** App Service ends a call that has no answer after 230 s (https://learn.microsoft.com/azure/azure-functions/functions-scale#timeout). */
    private static final int PLATFORM_LIMIT = 230_000;

    private static final int LATITUDE = 4_000;

    static final List<Anchored> ALL = List.of(GATEWAY, OF_THE_GATEWAY);

    private ReasonSignals() {}

    static List<Signal> in(String text, Map<String, List<Integer>> places) {
        boolean isTheGateways = !OF_THE_GATEWAY.in(text, places).isEmpty();
        List<Signal> found = new ArrayList<>();
        Tally tally = new Tally();
        for (MatchResult reason : GATEWAY.in(text, places)) {
            String name = reason.group(1);
            boolean counts = !OF_OTHERS.contains(name) || isTheGateways && !isTheCodeOfAnother(text, reason.start());
            if (counts && tally.isNew(name)) {
                found.add(Signal.of(
                        "reason:" + name,
                        reason.start(),
                        reason(text, reason.start(), CodeSignals.message(text, reason.end()))));
            }
        }
        return found;
    }

    /** As in {@code "code": "ValidationFailed"}. */
    private static boolean isTheCodeOfAnother(String text, int at) {
        return text.substring(Math.max(0, at - 12), at).matches("(?is).*\"?code\"?\\s?[:=]\\s?\"?");
    }

    private static Map<String, String> reason(String text, int at, String message) {
        Map<String, String> details = new HashMap<>(TokenMessage.details(message));
        Matcher time = TIME.matcher(text.substring(
                Math.max(0, at - CodeSignals.MESSAGE), Math.min(text.length(), at + CodeSignals.MESSAGE)));
        while (time.find()) {
            int milliseconds = Integer.parseInt(time.group(1));
            if (milliseconds > PLATFORM_LIMIT - LATITUDE && milliseconds < PLATFORM_LIMIT + LATITUDE) {
                details.put("limit", "230 s");
            }
        }
        return details;
    }
}
