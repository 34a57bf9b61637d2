package dev.gatehouse.doctor.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.PageHtml;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportedTraceTest {
    private static final String SIGNATURE = "c2lnbmF0dXJlLXRoYXQtbm9ib2R5LW1heS1zZWU";
    private static final String TOKEN = part("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "."
            + part("{\"ver\":\"2.0\",\"azp\":\"the-client\",\"upn\":\"ada@example.com\"}") + "." + SIGNATURE;

    /** In the documented form: sections, entries with source, timestamp, elapsed and data, headers as names and values. */
    private static final String AZURE = """
            {"serviceName": "apim", "traceId": "abcd8ea63d134c1fabe6371566c7cbea", "traceEntries": {
              "inbound": [
                {"source": "api-inspector", "timestamp": "2026-11-21T10:00:00Z", "elapsed": "00:00:00.0725926", "data": {
                  "request": {"method": "GET",
                    "url": "https://apim.example/accounts?code=s3cret-c0de&sig=s3cret-s1g&subscription-key=s3cret-sub&page=2",
                    "headers": [
                      {"name": "Ocp-Apim-Subscription-Key", "value": "5d7c41af64a44a68a2ea46580d271a59"},
                      {"name": "Authorization", "value": "Bearer TOKEN"},
                      {"name": "Cookie", "value": "session=s3cret-cookie"},
                      {"name": "X-Other", "value": "Basic czNjcmV0LWJhc2lj"},
                      {"name": "Host", "value": "apim.example"}]}}},
                {"source": "set-header", "data": {"message": "x-functions-key was set",
                  "header": {"name": "x-functions-key", "value": "s3cret-function-key"}}},
                {"source": "set-backend-service", "data": {"client_secret": "s3cret-a",
                  "nested": {"AccountKey": "s3cret-b", "named": [{"name": "storage-connection-string", "value": "s3cret-c"}]},
                  "text": "AccountKey=s3cret-d;EndpointSuffix=x and \\"access_token\\":\\"s3cret-e\\" and TOKEN in a text"}},
                {"source": "validate-azure-ad-token", "timestamp": "2026-11-21T10:00:00Z", "elapsed": "00:00:00.1",
                  "data": {"message": "SAID"}}],
              "on-error": [{"source": "trace", "data": {"status": {"code": 401}}}]}}
            """.replace("TOKEN", TOKEN);

    @Test
    void takesOutEveryTokenKeyAndSecretAndNothingElse() {
        ExportedTrace trace = ExportedTrace.read(AZURE);
        String shown = trace.json()
                + trace.steps()
                + PageHtml.of(TracePage.of(trace))
                + new PageText(new Screen(true, 80)).of(TracePage.of(trace));

        assertThat(shown)
                .doesNotContain("s3cret", "czNjcmV0", "5d7c41af", SIGNATURE, "eyJ", "ada@example.com")
                .contains("abcd8ea63d134c1fabe6371566c7cbea", "azp the-client", "page=2", "apim.example", "401");
        assertThat(trace.clean().path("traceEntries").path("inbound")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JWT Validation Failed: JWT not present.. | TokenNotPresent",
                "JWT Validation Failed: IDX10223: Lifetime validation failed. The token is expired. | TokenExpired",
                "JWT Validation Failed: IDX10214: Audience validation failed. | TokenAudienceNotAllowed",
                "JWT Validation Failed: IDX10205: Issuer validation failed. | TokenIssuerNotAllowed",
                "JWT Validation Failed: IDX10511: Signature validation failed. | TokenSignatureInvalid",
                "JWT Validation Failed: IDX10503: Signature validation failed. Keys tried | TokenSignatureKeyNotFound",
                "JWT Validation Failed: Claim value mismatch: roles=Accounts.Read. | role-missing",
                "Reason TokenClaimNotFound | TokenClaimNotFound",
                "client-not-allowed | client-not-allowed",
                "JWT Validation Failed: something new. | JwtInvalid"
            })
    void namesTheReasonAndTheFix(String said, String reason) {
        ExportedTrace trace = ExportedTrace.read(AZURE.replace("SAID", said));

        assertThat(trace.isRefused()).isTrue();
        assertThat(trace.steps()).filteredOn(TraceStep::ends).singleElement().satisfies(step -> {
            assertThat(step.at().policy()).isEqualTo("validate-azure-ad-token");
            assertThat(step.at().where()).isEqualTo("inbound");
            assertThat(step.finding().reason()).isEqualTo(reason);
            assertThat(step.finding().fix()).isNotEmpty();
        });
    }

    @Test
    void refusesNothingWhereNothingSaysSo() {
        assertThat(ExportedTrace.read(AZURE.replace("on-error", "outbound")).isRefused())
                .isFalse();
    }

    @Test
    void aChallengeIsShownAndACredentialIsNot() {
        String challenge = "Bearer realm=\\\"site\\\" authorization_uri=\\\"https://login\\\" resource_id=\\\"id\\\"";

        assertThat(ExportedTrace.read(AZURE.replace("SAID", challenge)).json()).contains("realm=", "site");
        assertThat(ExportedTrace.read(AZURE.replace("SAID", "Bearer realm=s3cret-x"))
                        .json())
                .doesNotContain("s3cret-x");
    }

    @Test
    void aTraceWithAnErrorSectionHasFailed() {
        assertThat(ExportedTrace.read(AZURE).isRefused()).isTrue();
    }

    @Test
    void readsATraceOfTheLocalChain() {
        Step passed = Step.of(AppliedRule.of(Layer.GATEWAY, "operation"), StepResult.passed());
        Step refused = Step.of(
                AppliedRule.of(Layer.GUARD, "role-missing"), StepResult.refused("role-missing", "a role", "none"));
        Trace local = new Trace(
                "id",
                "0af7651916cd43dd8448eb211c80319c",
                new Trace.Call(Instant.EPOCH, "GET /", 403),
                List.of(passed, refused));

        ExportedTrace trace = ExportedTrace.read(TraceJson.write(local));

        assertThat(trace.id()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(trace.steps()).hasSize(2);
        assertThat(trace.steps().get(1).finding().fix()).contains("appRoleAssignedTo");
        assertThat(new PageText(Screen.plain()).of(TracePage.of(trace)))
                .anyMatch(line -> line.contains("Refused by: guard"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{}",
                "[]",
                "{\"traceEntries\": 1}",
                "{\"traceId\":\"x\",\"steps\":[{\"layer\":\"?\"}]}"
            })
    void refusesWhatIsNoTrace(String text) {
        assertThatThrownBy(() -> ExportedTrace.read(text)).isInstanceOf(UnreadableInput.class);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
