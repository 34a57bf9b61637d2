package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.explain.Explainer;
import dev.gatehouse.doctor.explain.PasteExplanation;
import dev.gatehouse.doctor.token.NearMiss;
import dev.gatehouse.doctor.trace.TraceStep.Outcome;
import dev.gatehouse.doctor.trace.TraceStep.StepFinding;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
import dev.gatehouse.secrets.Redactor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry of API Management's trace says: by codes first, then by API Management's names, then by statuses, then by words
 * of failure. An entry of an unknown kind without any of these is not understood.
 */
record EntryFinding(Layer layer, StepFinding finding) {
    private static final int FIRST_ERROR = 400;
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,9})");
    private static final Pattern FAILURE =
            Pattern.compile("(?i)\\b(fail(ed|ure|s)?|errors?|exception|denied|unauthori[sz]ed"
                    + "|forbidden|rejected|could not|cannot|unable to|not (allowed|found|permitted|authori[sz]ed)|exceeded|aborted|timed out"
                    + "|invalid)\\b");
    private static final Pattern CORS_REFUSED = Pattern.compile(
            "(?i)not (allowed|permitted|match\\w*|found|in the|listed)|does not match|no match|denied|rejected|refused|terminated"
                    + "|policy was not applied");
    private static final Pattern SAME_SITE = Pattern.compile("(?i)not cross-domain|missing or empty");

    private static final Set<String> OBSERVING = Set.of("api-inspector", "trace", "log-to-eventhub", "emit-metric");
    private static final Set<String> ANSWERING = Set.of("return-response", "choose", "set-status", "mock-response");
    private static final String FORWARDING = "forward-request";

    /** https://learn.microsoft.com/azure/api-management/api-management-policies, and the gateway's own steps. */
    private static final Set<String> KNOWN = Set.of(("authentication-basic authentication-certificate"
                    + " authentication-managed-identity base cache-lookup cache-lookup-value cache-remove-value cache-store"
                    + " cache-store-value check-header choose cors cross-domain emit-metric find-and-replace forward-request"
                    + " get-authorization-context include-fragment invoke-dapr-binding ip-filter json-to-xml jsonp"
                    + " limit-concurrency llm-token-limit log-to-eventhub mock-response proxy quota quota-by-key rate-limit"
                    + " rate-limit-by-key redirect-content-urls retry return-response rewrite-uri send-one-way-request"
                    + " send-request set-backend-service set-body set-header set-method set-query-parameter set-status"
                    + " set-variable trace transfer-response api-inspector validate-azure-ad-token validate-client-certificate"
                    + " validate-content validate-headers validate-jwt validate-odata-request validate-parameters"
                    + " validate-status-code wait xml-to-json xsl-transform configuration request-logger diagnostic"
                    + " virtual-network handler request-executor")
            .split(" ", -1));

    static EntryFinding of(TraceEntry entry) {
        String message = entry.message();
        Optional<StepFinding> coded =
                OBSERVING.contains(entry.source()) && !entry.isOfErrors() ? Optional.empty() : coded(entry, message);
        if (coded.isPresent()) {
            return new EntryFinding(Layer.GATEWAY, coded.get());
        }
        if (entry.source().equals(FORWARDING) && entry.status().isPresent()) {
            return backend(entry, entry.status().get());
        }
        return new EntryFinding(Layer.GATEWAY, other(entry, message));
    }

    private static Optional<StepFinding> coded(TraceEntry entry, String message) {
        Matcher aadsts = AADSTS.matcher(message);
        if (aadsts.find()) {
            return Optional.of(ofEntra(entry, aadsts.group(), message));
        }
        Optional<TokenLibraryCode> library = TokenLibraryCode.in(message);
        if (library.isPresent()) {
            return Optional.of(ofLibrary(library.get(), message));
        }
        List<String> unknown = TokenLibraryCode.codes(message);
        if (!unknown.isEmpty()) {
            return Optional.of(new StepFinding(
                    Outcome.REFUSED,
                    unknown.get(0),
                    "the token library refused the token; the code is not in the table",
                    ""));
        }
        return GatewayReason.in(message).map(reason -> ofGateway(reason));
    }

    /** By the catalogue of {@code doctor explain}; the policy's name tells it who asked Entra. */
    private static StepFinding ofEntra(TraceEntry entry, String code, String message) {
        Optional<PasteExplanation.Answer> known =
                new Explainer().of(entry.source() + ": " + message).answer();
        return new StepFinding(
                Outcome.FAILED,
                code,
                known.map(PasteExplanation.Answer::means)
                        .orElse("Entra issued no token for the gateway, with a code that is not known here")
                        .replaceFirst("\\.$", ""),
                known.map(PasteExplanation.Answer::fix).orElse(fix(Layer.GATEWAY, "entra-error")));
    }

    private static StepFinding ofLibrary(TokenLibraryCode code, String message) {
        String reason = code.reason().equals("TokenIssuerNotAllowed")
                ? IssuersInMessage.in(message).flatMap(IssuersInMessage::reason).orElse(code.reason())
                : code.reason();
        if (reason.equals("TokenAudienceNotAllowed")) {
            return ofAudience(code, message);
        }
        String means =
                switch (reason) {
                    case "version-not-accepted" ->
                        "the token has another version than the validator expects: both issuers name the same tenant";
                    case "tenant-not-allowed" -> "the token comes from another tenant than the validator expects";
                    default -> code.meaning();
                };
        return new StepFinding(Outcome.REFUSED, reason, means + " (" + code.code() + ")", fix(Layer.GATEWAY, reason));
    }

    private static StepFinding ofAudience(TokenLibraryCode code, String message) {
        Optional<String> actual = AudiencesInMessage.actual(message);
        List<String> valid = AudiencesInMessage.valid(message);
        Optional<NearMiss> near = actual.flatMap(audience -> NearMiss.ofAudience(audience, valid));
        String means = near.map(NearMiss::says)
                .orElse(code.meaning()
                        + actual.map(audience -> ": " + audience).orElse("")
                        + (valid.isEmpty() ? "" : ", expected " + String.join(" or ", valid)));
        return new StepFinding(
                Outcome.REFUSED,
                near.map(NearMiss::id).orElse(code.reason()),
                Redactor.PASTED.text(means) + " (" + code.code() + ")",
                near.map(NearMiss::fix).orElse(fix(Layer.GATEWAY, code.reason())));
    }

    private static StepFinding ofGateway(String reason) {
        boolean isFailure = Set.of(
                        "BackendConnectionFailure",
                        "ClientConnectionFailure",
                        "Timeout",
                        "ExpressionValueEvaluationFailure")
                .contains(reason);
        String known = reason.equals("signature") ? "TokenSignatureInvalid" : reason;
        return new StepFinding(isFailure ? Outcome.FAILED : Outcome.REFUSED, known, "", fix(Layer.GATEWAY, known));
    }

    private static EntryFinding backend(TraceEntry entry, int status) {
        if (status < FIRST_ERROR) {
            return new EntryFinding(Layer.GATEWAY, StepFinding.passed());
        }
        Headers headers = entry.headers("response");
        BackendAnswer answer = BackendAnswer.of(status, entry.phrase(), headers);
        Layer layer = answer.layer().orElse(Layer.GATEWAY);
        String said = answer.layer().isPresent()
                ? layer.title() + ", behind the gateway, answered " + status
                : "the backend answered " + status + "; its response does not have the format of a known layer";
        return new EntryFinding(
                layer,
                new StepFinding(
                        status >= 500 ? Outcome.FAILED : Outcome.REFUSED,
                        answer.reason(),
                        said,
                        fix(layer, answer.reason())));
    }

    private static StepFinding other(TraceEntry entry, String message) {
        if (ANSWERING.contains(entry.source()) && entry.status().orElse(0) >= FIRST_ERROR) {
            return entry.isOfErrors()
                    ? StepFinding.noted("sets the response for the error")
                    : new StepFinding(
                            Outcome.REFUSED,
                            "ReturnResponse",
                            "a policy returned " + entry.status().get() + " instead of calling the backend",
                            fix(Layer.GATEWAY, "ReturnResponse"));
        }
        if (entry.source().equals("cors")
                && CORS_REFUSED.matcher(message).find()
                && !SAME_SITE.matcher(message).find()) {
            return new StepFinding(
                    Outcome.REFUSED, "cors-refused", CorsRefusal.MEANING, fix(Layer.GATEWAY, "cors-refused"));
        }
        if (OBSERVING.contains(entry.source())) {
            return StepFinding.noted("");
        }
        if (entry.hasError() || FAILURE.matcher(message).find()) {
            return new StepFinding(Outcome.FAILED, "", "the step reports an error whose cause is not recognised", "");
        }
        if (entry.isOfErrors()) {
            return StepFinding.noted("runs because an earlier step failed");
        }
        return KNOWN.contains(entry.source())
                ? StepFinding.passed()
                : new StepFinding(Outcome.NOT_UNDERSTOOD, "", "entries of this kind are not known", "");
    }

    static String fix(Layer layer, String reason) {
        return Fixes.of(layer, reason).map(Fix::text).orElse("");
    }
}
