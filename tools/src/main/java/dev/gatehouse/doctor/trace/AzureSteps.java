package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.token.TokenKind;
import dev.gatehouse.doctor.token.TokenProfile;
import dev.gatehouse.doctor.trace.TraceStep.Outcome;
import dev.gatehouse.doctor.trace.TraceStep.StepFinding;
import dev.gatehouse.jwt.UnverifiedJwt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The steps of a trace of API Management
 * (https://learn.microsoft.com/azure/api-management/api-management-howto-api-inspector). Facts are read from the trace as it
 * was given; only the texts of the one without secrets are shown.
 */
final class AzureSteps {
    private static final int LONGEST = 400;
    private static final Pattern SCHEME = Pattern.compile("(?i)^bearer\\s+");

    /** What a token of the wrong kind fails with at a validator. */
    private static final Set<String> OF_TOKEN = Set.of(
            "TokenSignatureInvalid",
            "TokenSignatureKeyNotFound",
            "TokenAudienceNotAllowed",
            "TokenIssuerNotAllowed",
            "tenant-not-allowed",
            "version-not-accepted",
            "client-not-allowed",
            "role-missing",
            "scope-missing",
            "TokenClaimNotFound",
            "TokenClaimValueNotAllowed",
            "JwtInvalid",
            "ValidationFailed");

    private final List<TraceEntry> entries;
    private final Optional<TokenKind> kind;

    private AzureSteps(List<TraceEntry> entries) {
        this.entries = entries;
        this.kind = entries.stream()
                .flatMap(entry -> entry.headers("request").first("Authorization").stream())
                .map(header -> SCHEME.matcher(header).replaceFirst(""))
                .filter(token -> UnverifiedJwt.whole(token).isPresent())
                .map(token -> TokenProfile.of(token, UnverifiedJwt.of(token)).kind())
                .findFirst();
    }

    /** The token that a message quotes, or the audience that it names. */
    private static Optional<TokenKind> kindIn(String message) {
        return AudiencesInMessage.actual(message).flatMap(TokenKind::ofAudience);
    }

    /** @param clean the same trace without secrets */
    static ExportedTrace read(JsonNode trace, JsonNode clean) {
        AzureSteps read = new AzureSteps(entries(trace));
        List<TraceStep> steps = read.steps(entries(clean));
        Optional<Integer> status =
                read.entries.stream().flatMap(entry -> entry.status().stream()).reduce((first, second) -> second);
        return new ExportedTrace(clean.path("traceId").asText(""), steps, status, clean);
    }

    private static List<TraceEntry> entries(JsonNode trace) {
        List<TraceEntry> entries = new ArrayList<>();
        for (var section : trace.path("traceEntries").properties()) {
            section.getValue()
                    .forEach(entry -> entries.add(new TraceEntry(
                            section.getKey(),
                            entry.path("source").asText(""),
                            entry.path("elapsed").asText(""),
                            entry.path("data"))));
        }
        return entries;
    }

    private List<TraceStep> steps(List<TraceEntry> shown) {
        Optional<Integer> cors = CorsRefusal.in(entries);
        List<TraceStep> steps = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            EntryFinding found = EntryFinding.of(entries.get(i));
            if (cors.equals(Optional.of(i)) && !found.finding().outcome().ends()) {
                found = new EntryFinding(
                        Layer.GATEWAY,
                        new StepFinding(
                                Outcome.REFUSED,
                                "cors-refused",
                                CorsRefusal.MEANING,
                                EntryFinding.fix(Layer.GATEWAY, "cors-refused")));
            }
            steps.add(step(shown.get(i), found, i));
        }
        return steps;
    }

    private TraceStep step(TraceEntry shown, EntryFinding found, int index) {
        String said = shown.all();
        return new TraceStep(
                found.layer(),
                new TraceStep.At(shown.source(), shown.section(), shown.elapsed()),
                said.length() > LONGEST ? said.substring(0, LONGEST) + " ..." : said,
                explained(found.finding(), index));
    }

    private StepFinding explained(StepFinding finding, int index) {
        if (!OF_TOKEN.contains(finding.reason())) {
            return finding;
        }
        TraceEntry entry = entries.get(index);
        if (isReplacedBefore(index)) {
            return new StepFinding(
                    finding.outcome(),
                    "token-replaced-before-check",
                    "an earlier authentication-managed-identity replaced the caller's token by the gateway's own, which "
                            + entry.source() + " then checked",
                    EntryFinding.fix(Layer.GATEWAY, "token-replaced-before-check"));
        }
        return kindIn(entry.message())
                .or(() -> kind)
                .filter(each -> !each.isForAnApi())
                .map(each -> new StepFinding(
                        finding.outcome(),
                        finding.reason(),
                        "the request has a token of the wrong kind: " + each.title(),
                        each.meaning()))
                .orElse(finding);
    }

    /** Without a variable, the policy writes its token into the header that the check reads. */
    private boolean isReplacedBefore(int index) {
        return entries.get(index).source().startsWith("validate-")
                && entries.subList(0, index).stream()
                        .anyMatch(entry -> entry.source().equals("authentication-managed-identity")
                                && entry.message().toLowerCase(Locale.ROOT).contains("added to authorization"));
    }
}
