package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTest {
    private static final String TO_APP = "<set-backend-service backend-id='app'/>";
    private static final Request CALL = Request.get("/x");
    private final Documents documents = new Documents();

    @Test
    void anExpressionThatFailsIsA500AndNothingIsForwarded() {
        Documents.Result result =
                inbound("<set-variable name='x' value='@((string)context.Variables[\"none\"])'/>", CALL);

        assertThat(result.response().bodyText())
                .isEqualTo("{\"statusCode\":500,\"message\":\"Internal server error\"}");
        assertThat(documents.received).isEmpty();
    }

    @Test
    void baseStandsForTheBroaderScopeWhereItStands() {
        String note = "<set-header name='X' exists-action='append'><value>%s</value></set-header>";
        Pipeline api = documents.below(documents.global(), note.formatted("api") + TO_APP, note.formatted("api"), "");
        Pipeline operation = documents.below(
                api,
                note.formatted("first") + "<base/>" + note.formatted("last"),
                "<base/>" + note.formatted("last"),
                "");

        Response response = documents.run(operation, CALL).response();

        assertThat(documents.received.get(0).headers().all("X")).containsExactly("first", "api", "last");
        assertThat(response.headers().all("X")).containsExactly("api", "last");
    }

    @Test
    void withoutBaseTheBroaderScopeDoesNotRun() {
        Pipeline api =
                documents.inbound("<return-response><set-status code='403' reason='Forbidden'/></return-response>");
        Pipeline operation = documents.below(api, TO_APP, "", "");

        assertThat(documents.run(operation, CALL).response().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, first", "POST, second", "PUT, otherwise"})
    void chooseTakesTheFirstBranchThatHolds(String method, String branch) {
        String when =
                "<when condition='@(context.Request.Method == \"%s\")'><set-header name='X'><value>%s</value></set-header></when>";
        String statements = "<choose>" + when.formatted("GET", "first") + when.formatted("GET", "never")
                + when.formatted("POST", "second")
                + "<otherwise><set-header name='X'><value>otherwise</value></set-header></otherwise></choose>";

        inbound(statements, new Request(method, "/x", Headers.none(), new byte[0]));

        assertThat(documents.received.get(0).headers().all("X")).containsExactly(branch);
    }

    @Test
    void returnResponseEndsTheCallWithoutOutbound() {
        Pipeline pipeline = documents.below(
                documents.global(),
                "<choose id='outer'><when condition='@(true)'><choose id='inner'><when condition='@(true)'>"
                        + "<return-response><set-status code='409' reason='Conflict'/>"
                        + "<set-header name='X'><value>y</value></set-header><set-body> no </set-body></return-response>"
                        + "</when></choose></when></choose>" + TO_APP,
                "<set-header name='X' exists-action='append'><value>out</value></set-header>",
                "");

        Documents.Result result = documents.run(pipeline, CALL);

        assertThat(result.response().status()).isEqualTo(409);
        assertThat(result.response().bodyText()).isEqualTo("no");
        assertThat(result.response().headers().all("X")).containsExactly("y");
        assertThat(result.reason()).contains("inner");
        assertThat(result.detail()).contains("actual status 409");
        assertThat(documents.received).isEmpty();
    }

    @Test
    void aReturnedSuccessIsNoRefusal() {
        assertThat(inbound("<return-response/>", CALL).reason()).isEmpty();
    }

    @Test
    void onErrorChangesTheAnswerOfAFailureOnly() {
        String onError = "<set-header name='X'><value>failed</value></set-header>";
        Pipeline failing = documents.below(documents.global(), "", "", onError);
        Pipeline working = documents.below(documents.global(), TO_APP, "", onError);

        assertThat(documents.run(failing, CALL).response().status()).isEqualTo(500);
        assertThat(documents.run(failing, CALL).response().headers().all("X")).containsExactly("failed");
        assertThat(documents.run(failing, CALL).reason()).contains("BackendConnectionFailure");
        assertThat(documents.run(working, CALL).response().headers().has("X")).isFalse();
    }

    static Stream<Arguments> silentBackends() {
        return Stream.of(
                Arguments.of(new HttpTimeoutException("late"), "Timeout"),
                Arguments.of(new HttpConnectTimeoutException("late"), "BackendConnectionFailure"),
                Arguments.of(new ConnectException("refused"), "BackendConnectionFailure"));
    }

    @ParameterizedTest
    @MethodSource("silentBackends")
    void tellsALateAnswerFromNoConnection(IOException unreachable, String reason) {
        documents.unreachable = Optional.of(unreachable);

        Documents.Result result = inbound("", CALL);

        assertThat(result.response().status()).isEqualTo(500);
        assertThat(result.reason()).contains(reason);
    }

    @Test
    void aCallThatNothingForwardsIsAnsweredEmpty() {
        Pipeline pipeline = documents
                .compiler()
                .compile(
                        Documents.source("<inbound/><backend/><outbound/><on-error/>"),
                        DocumentScope.GLOBAL,
                        Optional.empty());

        assertThat(documents.run(pipeline, CALL).response().status()).isEqualTo(200);
        assertThat(documents.received).isEmpty();
    }

    private Documents.Result inbound(String statements, Request request) {
        return documents.run(documents.inbound(statements + TO_APP), request);
    }

    @Test
    void aVariableMayBeNull() {
        String set = "<set-variable name='v' value='@(context.Request.Headers.GetValueOrDefault(\"None\"))'/>";
        String says = "@(context.Variables.ContainsKey(\"v\") ? (((string)context.Variables[\"v\"]) ?? \"null\")"
                + " + (context.Variables.GetValueOrDefault&lt;string&gt;(\"v\", \"other\") ?? \"null\") : \"unset\")";

        inbound(set + "<set-header name='X'><value>" + says + "</value></set-header>", CALL);

        assertThat(documents.received.get(0).headers().all("X")).containsExactly("nullnull");
        assertThat(documents.trace.steps().get(0).details()).containsEntry("variable v", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<set-header name='X'><value>@(context.Request.Headers.GetValueOrDefault(\"None\"))</value></set-header>",
                "<set-variable name='v' value='@(context.Request.Headers.GetValueOrDefault(\"None\"))'/><set-variable name='n' value='@(context.Variables.GetValueOrDefault&lt;int&gt;(\"v\"))'/>"
            })
    void nullFailsWhereAValueIsNeeded(String statements) {
        assertThat(inbound(statements, CALL).reason()).contains("ExpressionValueEvaluationFailure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<choose><when condition='@(context .Response.StatusCode == 200)'/></choose>",
                "<choose><when condition='@(context . LastError == null)'/></choose>"
            })
    void whatIsNotThereYetIsRefusedHoweverItIsWritten(String statement) {
        assertThatThrownBy(() -> inbound(statement, CALL))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("uses context.");
    }

    @Test
    void aWordInATextIsNoUseOfIt() {
        String body = "<return-response><set-body>@(\"LastError and context.Response\")</set-body></return-response>";

        assertThat(inbound(body, CALL).response().bodyText()).isEqualTo("LastError and context.Response");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<choose><when condition='@({{secret}} == 1)'/></choose>",
                "<set-variable name='x' value='@(\"a\".{{secret}})'/>",
                "<set-variable name='x' value='@(\"a\".{{secret}}())'/>",
                "<set-variable name='x' value='@(({{secret}})context.Variables[\"x\"])'/>",
                "<set-variable name='x' value='@(context.Variables.GetValueOrDefault&lt;{{secret}}&gt;(\"x\"))'/>",
                "<set-backend-service backend-id='{{secret}}'/>",
                "<set-header name='X' exists-action='{{secret}}'/>",
                "<set-header name='{{secret}} x' exists-action='delete'/>"
            })
    void noFaultShowsWhatANamedValueHolds(String statement) {
        PolicySource source = Documents.source("<inbound>" + statement + "</inbound><backend/><outbound/><on-error/>");

        assertThatThrownBy(() -> documents
                        .compiler(Map.of("secret", "hunter2secret"))
                        .compile(source, DocumentScope.GLOBAL, Optional.empty()))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("test.xml:1")
                .hasMessageNotContaining("hunter2secret");
    }

    @Test
    void aByteOrderMarkIsNoPartOfADocument() {
        String text = "<policies><inbound/><backend/><outbound/><on-error/></policies>";

        assertThat(new PolicySource("x", "\ufeff" + text)).isEqualTo(new PolicySource("x", text));
    }
}
