package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePoliciesTest {
    private static final String TO_APP = "<set-backend-service backend-id='app'/>";
    private static final Request CALL = Request.get("/x");
    private final Documents documents = new Documents();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "override; 'new'",
                "skip; 'old1,old2'",
                "append; 'old1,old2,new'",
            })
    void setHeaderTreatsAFieldThatIsThere(String action, String expected) {
        Request request = CALL.withHeaders(Headers.none().plus("X-Name", "old1").plus("x-name", "old2"));

        inbound("<set-header name='x-NAME' exists-action='" + action + "'><value>new</value></set-header>", request);

        assertThat(documents.received.get(0).headers().joined("X-Name")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"override", "skip", "append"})
    void setHeaderAddsAFieldThatIsNotThere(String action) {
        inbound(
                "<set-header name='X' exists-action='" + action
                        + "'><value> a </value><value>@(context.Request.Method)</value></set-header>",
                CALL);

        assertThat(documents.received.get(0).headers().all("X")).containsExactly("a", "GET");
    }

    @Test
    void setHeaderChangesTheAnswerOnItsWayOut() {
        Pipeline pipeline = documents.below(
                documents.global(),
                TO_APP,
                "<set-header name='X-Backend' exists-action='delete'/><set-header name='X-Out'><value>y</value></set-header>",
                "");

        Headers headers = documents.run(pipeline, CALL).response().headers();

        assertThat(headers.has("X-Backend")).isFalse();
        assertThat(headers.all("X-Out")).containsExactly("y");
    }

    /** Of U+010D and U+010A a server would send the lower bytes: a line break. */
    @ParameterizedTest
    @ValueSource(strings = {"\\r\\nY: b", "\\0", "\u007f", "\u0080", "\u00ff", "\u010d\u010aY: b", "\u20ac"})
    void aHeadersValueIsVisibleAscii(String end) {
        Pipeline pipeline = documents.below(
                documents.global(),
                "<set-header name='X'><value>@(\"a" + end + "\")</value></set-header>" + TO_APP,
                "",
                "<set-header name='X-On-Error'><value>ran</value></set-header>");

        Documents.Result result = documents.run(pipeline, CALL);

        assertThat(result.response().bodyText())
                .isEqualTo("{\"statusCode\":500,\"message\":\"Internal server error\"}");
        assertThat(result.response().headers().all("X-On-Error")).containsExactly("ran");
        assertThat(result.reason()).contains("ExpressionValueEvaluationFailure");
        assertThat(documents.received).isEmpty();
    }

    @Test
    void setQueryParameterDeletesEverySpelling() {
        inbound(
                "<set-query-parameter name='code' exists-action='delete'/>",
                Request.get("/x?a=1&code=1&CODE&c%6Fde=2&barcode=3&b"));

        assertThat(documents.received.get(0).target()).isEqualTo("/api/x?a=1&barcode=3&b");
    }

    @Test
    void aPlainUrlGetsNoCredentialsAndCannotReplaceABackend() {
        documents.run(documents.inbound("<set-backend-service base-url='http://localhost:9/base'/>"), CALL);

        assertThat(documents.origins).containsExactly("http://localhost:9");
        assertThat(documents.received.get(0).target()).isEqualTo("/base/x");
        assertThat(documents.received.get(0).headers().has("x-functions-key")).isFalse();
        Pipeline replaced = documents.inbound(TO_APP + "<set-backend-service base-url='http://localhost:9'/>");
        assertThat(documents.run(replaced, CALL).response().status()).isEqualTo(500);
    }

    @Test
    void namedValuesFillAttributesTextsAndExpressions() {
        inbound(
                "<set-header name='X-{{known}}'><value>a {{known}}</value><value>@(\"{{known}}\")</value></set-header>"
                        + "<choose><when condition='{{expression}}'><set-variable name='x' value='y'/></when></choose>",
                CALL);

        assertThat(documents.received.get(0).headers().all("X-value")).containsExactly("a value", "value");
    }

    @Test
    void setBodyReplacesTheRequestsBody() {
        Request request = Request.post("/x", "text/plain", "old").with("Content-Length", "3");
        inbound("<set-body>@(context.Request.Method + \"ed\")</set-body>", request);

        assertThat(documents.received.get(0).bodyText()).isEqualTo("POSTed");
        assertThat(documents.received.get(0).headers().has("Content-Length")).isFalse();
    }

    @Test
    void setBodyFailsWhereThereIsNone() {
        Documents.Result result = inbound("<set-body>new</set-body>", CALL);

        assertThat(result.response().status()).isEqualTo(500);
        assertThat(result.reason()).contains("ExpressionValueEvaluationFailure");
        assertThat(documents.received).isEmpty();
    }

    @Test
    void setBodyAndSetStatusChangeTheAnswer() {
        String outbound = "<choose><when condition='@(context.Response.StatusCode == 200)'>"
                + "<set-status code='202' reason='Accepted'/><set-body>@(context.Request.Method)</set-body></when></choose>";
        Response response = documents
                .run(documents.below(documents.global(), TO_APP, outbound, ""), CALL)
                .response();

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.bodyText()).isEqualTo("GET");
        assertThat(response.headers().all("X-Backend")).containsExactly("yes");
    }

    @Test
    void setStatusChangesTheAnswerOfAFailure() {
        Pipeline failing = documents.below(documents.global(), "", "", "<set-status code='502' reason='Bad Gateway'/>");
        Documents.Result result = documents.run(failing, CALL);

        assertThat(result.response().status()).isEqualTo(502);
        assertThat(result.reason()).contains("BackendConnectionFailure");
    }

    @Test
    void returnResponseComputesItsBody() {
        Documents.Result result = inbound(
                "<return-response><set-body>@(context.Operation.Id + context.Request.MatchedParameters[\"id\"])</set-body></return-response>",
                CALL);

        assertThat(result.response().bodyText()).isEqualTo("readAccount7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example:8443/accounts-api",
                "http://gateway.example:8443",
                "https://GATEWAY.example:8443/other"
            })
    void aCallIsNotForwardedToTheGatewayItself(String url) {
        Documents.Result result =
                documents.run(documents.inbound("<set-backend-service base-url='" + url + "'/>"), CALL);

        assertThat(result.reason()).contains("BackendConnectionFailure");
        assertThat(result.detail()).contains("a backend other than this gateway");
        assertThat(documents.received).isEmpty();
    }

    private Documents.Result inbound(String statements, Request request) {
        return documents.run(documents.inbound(statements + TO_APP), request);
    }
}
