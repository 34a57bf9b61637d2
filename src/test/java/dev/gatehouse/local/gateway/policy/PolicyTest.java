package dev.gatehouse.local.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.gateway.Tenant;
import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final String TO_APP = "<set-backend-service backend-id='app'/>";
    private static final Request CALL = Request.get("/x");

    private final Documents documents = new Documents();

    private Pipeline.Result inbound(String statements, Request request) {
        return documents.run(documents.inbound(statements + TO_APP), request);
    }

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

    @Test
    void aHeadersValueCannotHoldALineBreak() {
        Pipeline.Result result = inbound("<set-header name='X'><value>@(\"a\\r\\nY: b\")</value></set-header>", CALL);

        assertThat(result.response().status()).isEqualTo(500);
        assertThat(result.reason()).contains("ExpressionValueEvaluationFailure");
        assertThat(documents.received).isEmpty();
    }

    @Test
    void anExpressionThatFailsIsA500AndNothingIsForwarded() {
        Pipeline.Result result =
                inbound("<set-variable name='x' value='@((string)context.Variables[\"none\"])'/>", CALL);

        assertThat(result.response().bodyText())
                .isEqualTo("{\"statusCode\":500,\"message\":\"Internal server error\"}");
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

        Pipeline.Result result = documents.run(pipeline, CALL);

        assertThat(result.response().status()).isEqualTo(409);
        assertThat(result.response().bodyText()).isEqualTo("no");
        assertThat(result.response().headers().all("X")).containsExactly("y");
        assertThat(result.reason()).contains("ReturnResponse");
        assertThat(result.detail()).startsWith("policy inner answered 409");
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
    void aCallThatNothingForwardsIsAnsweredEmpty() {
        Pipeline pipeline = documents
                .compiler()
                .compile(Documents.source("<inbound/><backend/><outbound/><on-error/>"), Optional.empty());

        assertThat(documents.run(pipeline, CALL).response().status()).isEqualTo(200);
        assertThat(documents.received).isEmpty();
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
    void aWindowSlides() {
        SlidingWindow window = new SlidingWindow(2, Duration.ofSeconds(10), documents.clock);
        assertThat(window.secondsToWait("a")).isZero();
        documents.clock.move(Duration.ofSeconds(4));
        assertThat(window.secondsToWait("a")).isZero();
        assertThat(window.secondsToWait("a")).isEqualTo(6);
        assertThat(window.secondsToWait("b")).isZero();
        documents.clock.move(Duration.ofMillis(5_999));
        assertThat(window.secondsToWait("a")).isEqualTo(1);
        documents.clock.move(Duration.ofMillis(1));
        assertThat(window.secondsToWait("a")).isZero();
        assertThat(window.secondsToWait("a")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "header-name='X-Token'; /x; plain; 200",
                "header-name='X-Token'; /x; Bearer; 200",
                "header-name='X-Token'; /x; none; 401",
                "query-parameter-name='t'; /x?t=TOKEN; none; 200",
                "query-parameter-name='t'; /x?t=TOKEN&t=TOKEN; none; 401",
                "query-parameter-name='t'; /x; none; 401",
                "token-value='@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\"))'; /x; plain; 200",
                "token-value='@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\"))'; /x; Bearer; 401",
                "token-value='@(context.Request.Headers.GetValueOrDefault(\"X-Token\", \"\"))'; /x; none; 401",
            })
    void findsTheTokenWhereThePolicySays(String place, String target, String header, int status) {
        String token = Tenant.token();
        Request request = Request.get(target.replace("TOKEN", token));
        request = header.equals("none")
                ? request
                : request.with("X-Token", header.equals("plain") ? token : "Bearer " + token);

        assertThat(inbound(
                                validated(place, "<audiences><audience>" + Tenant.AUDIENCE + "</audience></audiences>"),
                                request)
                        .response()
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"azp, 200", "appid, 200", "sub, 403"})
    void comparesTheClientApplication(String claim, int status) {
        String token = Tenant.token(claims -> {
            claims.remove("azp");
            claims.put(claim, "the-client");
        });
        String clients = "<client-application-ids><application-id>other</application-id>"
                + "<application-id>the-client</application-id></client-application-ids>";

        Pipeline.Result result = inbound(
                validated("failed-validation-httpcode='403'", clients), CALL.with("Authorization", "bearer " + token));

        assertThat(result.response().status()).isEqualTo(status);
        assertThat(result.reason()).isEqualTo(status == 200 ? Optional.empty() : Optional.of("TokenClaimNotFound"));
    }

    @ParameterizedTest
    @CsvSource({"'', JWT not present.", "Bearer x, Invalid JWT."})
    void saysAPlainWordWithoutAMessageOfThePolicy(String header, String message) {
        Headers headers = header.isEmpty() ? Headers.none() : Headers.none().with("Authorization", header);

        Pipeline.Result result =
                inbound(validated("", "<audiences><audience>a</audience></audiences>"), CALL.withHeaders(headers));

        assertThat(result.response().bodyText()).isEqualTo("{\"statusCode\":401,\"message\":\"" + message + "\"}");
    }

    @Test
    void handsOnTheTokenOnlyWhenItIsValid() {
        String statements = validated(
                        "output-token-variable-name='t'",
                        "<audiences><audience>" + Tenant.AUDIENCE + "</audience></audiences>")
                + "<set-header name='X'><value>@(((Jwt)context.Variables[\"t\"]).Claims.GetValueOrDefault(\"roles\"))</value></set-header>";
        String token = Tenant.token(claims -> claims.put("roles", List.of("a", "b")));

        inbound(statements, CALL.with("Authorization", "Bearer " + token));

        assertThat(documents.received.get(0).headers().all("X")).containsExactly("a,b");
    }

    private static String validated(String attributes, String children) {
        return "<validate-azure-ad-token tenant-id='{{tenant}}' " + attributes + ">" + children
                + "</validate-azure-ad-token>";
    }
}
