package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracePolicyTest {
    private static final String IDENTITY = "<authentication-managed-identity id='mine' resource='x'/>";
    private static final String BROKEN = "<set-variable name='x' value='@((string)context.Variables[\"none\"])'/>";
    private static final Request CALL = Request.get("/x");
    private final Documents documents = new Documents();

    private static String when(String content) {
        return "<choose><when condition='@(false)'/><when condition='@(true)'>" + content + "</when></choose>";
    }

    private static String tracing(String member) {
        return "<trace source='s' severity='error'><message>@(context.LastError." + member
                + " ?? \"null\")</message></trace>";
    }

    @ParameterizedTest
    @CsvSource({
        "Source, authentication-managed-identity",
        "Reason, ManagedIdentityTokenNotObtained",
        "Message, expected a token of the system-assigned identity for x; actual gone",
        "Scope, api",
        "Section, inbound",
        "Path, authentication-managed-identity",
        "PolicyId, mine"
    })
    void saysWhatFailedAndWhere(String member, String value) {
        documents.identities = (resource, clientId) -> {
            throw new IOException("gone");
        };
        Pipeline api = documents.below(documents.global(), IDENTITY, "", tracing(member));
        Pipeline operation = documents.below(api, "<base/>", "", "<base/>");

        Documents.Result result = documents.run(operation, CALL);

        assertThat(documents.traces)
                .containsExactly(new TraceMessage("s", TraceMessage.Severity.ERROR, value, Map.of()));
        assertThat(result.response().headers().asMap()).containsOnlyKeys("Content-Type");
        assertThat(result.response().bodyText())
                .isEqualTo("{\"statusCode\":500,\"message\":\"Internal server error\"}");
    }

    @Test
    void countsPoliciesOfOneNameAlongThePath() {
        Pipeline api = documents.inbound("<base/>");
        Pipeline operation = documents.below(
                api, when("") + when("") + when("<set-variable name='a' value='b'/>" + BROKEN), "", tracing("Path"));

        documents.run(operation, CALL);

        assertThat(documents.traces.get(0).message()).isEqualTo("choose[3]\\when[2]\\set-variable[2]");
    }

    @Test
    void namesTheConditionThatFailedAndNoIdWhereThereIsNone() {
        String condition = "<choose><when condition='@((string)context.Variables[\"n\"] == \"\")'/></choose>";

        documents.run(
                documents.below(
                        documents.global(), condition, "", tracing("Source") + tracing("Path") + tracing("PolicyId")),
                CALL);

        assertThat(documents.traces).extracting(TraceMessage::message).containsExactly("choose", "choose", "null");
    }

    @Test
    void seesTheErrorInTheConditionsOfOnError() {
        String onError =
                "<choose><when condition='@(context.LastError.Reason == \"ExpressionValueEvaluationFailure\")'>"
                        + "<set-header name='X'><value>y</value></set-header></when></choose>";

        assertThat(documents
                        .run(documents.below(documents.global(), BROKEN, "", onError), CALL)
                        .response()
                        .headers()
                        .has("X"))
                .isTrue();
    }

    @Test
    void keepsMetadataInOrderAndRedacted() {
        Request call = CALL.with("X", "eyJhbGciOiJub25lIn0.e30.secret");
        String header = "@(context.Request.Headers.GetValueOrDefault(\"X\", \"\"))";
        String statements = "<trace source='s'><message>" + header + "</message><metadata name='b' value='" + header
                + "'/><metadata name='a' value='2'/></trace><set-backend-service backend-id='app'/>";

        Documents.Result result = documents.run(documents.inbound(statements), call);

        assertThat(result.reason()).isEqualTo(Optional.empty());
        assertThat(documents.traces.get(0).severity()).isEqualTo(TraceMessage.Severity.VERBOSE);
        assertThat(documents.traces.get(0).message()).isEqualTo("[token]");
        assertThat(documents.traces.get(0).metadata().toString()).isEqualTo("{b=[token], a=2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return-response", "set-header"})
    void theErrorCannotBePutIntoAnAnswer(String policy) {
        String header = "<set-header name='X'><value>@(context.LastError.Message)</value></set-header>";
        String onError = policy.equals("set-header") ? header : "<return-response>" + header + "</return-response>";

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> documents.below(documents.global(), "", "", onError))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("LastError");
    }
}
