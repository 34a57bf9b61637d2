package dev.gatehouse.doctor.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.doctor.token.GivenExports;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cause that a trace shows, for failed calls of all kinds. */
class TraceCausesTest {

    static Stream<Arguments> traces() {
        return StreamSupport.stream(GivenExports.table("trace-cases.json").spliterator(), false)
                .map(row -> arguments(row.path("name").asText(), row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    void namesTheCauseAndTheLayer(String name, JsonNode row) {
        ExportedTrace trace = ExportedTrace.read(row.path("trace").toString());

        assertThat(trace.isRefused()).isTrue();
        TraceStep cause = trace.cause().orElseThrow();
        assertThat(cause.finding().reason()).matches(row.path("cause").asText());
        assertThat(cause.layer().title()).isEqualTo(row.path("layer").asText());
        assertThat(cause.finding().means() + " " + cause.finding().fix())
                .containsPattern(Pattern.compile(row.path("right").asText()));
    }

    /** As Microsoft's library writes them from 5.6 to 8.23, with values shown and hidden. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "IDX10511: Signature validation failed. Keys tried: '[PII is hidden]'. \nkid: '[PII is hidden]'. \nExceptions caught:\n '[PII is hidden]'.\ntoken: '[PII is hidden]'.",
                "IDX10511: Signature validation failed. Keys tried: 'System.Text.StringBuilder'. \nkid: 'System.String'. \nExceptions caught:\n 'System.Text.StringBuilder'.\ntoken: 'System.IdentityModel.Tokens.Jwt.JwtSecurityToken'.",
                "IDX10511: Signature validation failed. Keys tried: '[PII of type 'System.Text.StringBuilder' is hidden. For more details, see https://aka.ms/IdentityModel/PII.]'. ",
                "IDX10511: Signature validation failed. Keys tried: 'Microsoft.IdentityModel.Tokens.X509SecurityKey, KeyId: 'k', InternalId: 'i'. , KeyId: k\n'. \nNumber of keys in TokenValidationParameters: '1'. \nMatched key was in 'TokenValidationParameters'. \nkid: 'k'.",
                "IDX10511: Signature validation failed. Keys tried: 'k'. \nkid: 'k'. \nExceptions caught:\n 'System.NotSupportedException: IDX10634: Unable to create the SignatureProvider.'",
                "IDX10511: Signature validation failed. Keys tried: 'k'. token: '[Security Artifact of type 'Microsoft.IdentityModel.JsonWebTokens.JsonWebToken' is hidden. For more details, see https://aka.ms/IdentityModel/SecurityArtifactLogging.]'. See https://aka.ms/IDX10511 for details.",
                "IDX10511: Signature validation failed.",
                "IDX10511: Signaturprüfung fehlgeschlagen. Keys tried"
            })
    void theCodeDecidesAndNotItsWords(String message) {
        assertThat(TokenLibraryCode.in("JWT Validation Failed: " + message)
                        .orElseThrow()
                        .reason())
                .isEqualTo("TokenSignatureInvalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "401", "403", "404", "429", "500", "502", "503"})
    void neverSaysThatNothingRefusedACallThatFailed(String status) {
        String trace = """
                {"traceId": "1", "traceEntries": {"inbound": [{"source": "new-policy-of-next-year", "data": {"x": 1}}],
                 "backend": [{"source": "forward-request", "data": {"response": {"status": {"code": STATUS, "reason": ""}, "headers": []}}}]}}
                """.replace("STATUS", status);
        ExportedTrace read = ExportedTrace.read(trace);

        assertThat(read.isRefused()).isTrue();
        assertThat(new PageText(Screen.plain()).of(TracePage.of(read)))
                .noneMatch(line -> line.contains("No step"))
                .anyMatch(line -> line.contains("unknown") && line.contains("new-policy-of-next-year"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"outbound\": [{\"source\": \"set-status\", \"data\": {\"message\": \"Response status code was set to '200'\"}}]"
            })
    void aFailureThatIsIgnoredIsNotTheEndOfTheCall(String more) {
        ExportedTrace trace = ExportedTrace.read("""
                {"traceId": "1", "traceEntries": {"inbound": [{"source": "authentication-managed-identity",
                  "data": {"errorResponse": {"exceptionMessage": "AADSTS500011: not found"}}}],
                 "backend": [{"source": "forward-request", "data": {"response": {"status": {"code": 200, "reason": "OK"}}}}]MORE}}
                """.replace("MORE", more));

        assertThat(trace.isRefused()).isFalse();
        assertThat(new PageText(Screen.plain()).of(TracePage.of(trace)))
                .anyMatch(line -> line.contains("AADSTS500011") && line.contains("the request went on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "}", "]"})
    void readsTheTextOfThePortalsTestTab(String before) {
        String start = before.equals("\n")
                ? ""
                : before.equals("}") ? "api-inspector (0.2 ms)\n    {\"request\": {}" : "cors (1 ms)\n    [\"x\"";
        ExportedTrace trace = ExportedTrace.read(
                "Inbound\n\n" + start + before
                        + "validate-jwt (2.1 ms)\n{\n    \"messages\": [\"JWT Validation Failed: JWT not present..\"]\n}\nBackend\nNo data\n");

        assertThat(trace.cause().orElseThrow().finding().reason()).isEqualTo("TokenNotPresent");
        assertThat(trace.cause().orElseThrow().at().where()).isEqualTo("inbound");
    }
}
