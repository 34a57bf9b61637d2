package dev.gatehouse.chain.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.Calls;
import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.StepVerdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trace shows of the policies that a call passed. */
class PolicyStepsTest {
    private static final String TO_APP = "<set-backend-service backend-id='app'/>";
    private static final String RETURN =
            "<return-response><set-status code='403' reason='Forbidden'/></return-response>";
    private static final Request CALL = Request.get("/x?code=key&keep=1").with("Authorization", "Bearer the-clients");
    private final Documents documents = new Documents();

    private List<Step> steps(String inbound) {
        documents.run(documents.inbound(inbound + TO_APP), CALL);
        return documents.trace.steps();
    }

    private static String name(Step step) {
        return step.rule().name();
    }

    @Test
    void namesEachPolicyWithItsScopeAndSectionAndNotBase() {
        Pipeline api =
                documents.below(documents.global(), TO_APP, "<set-header name='X'><value>y</value></set-header>", "");
        PolicySource operation = Documents.source("<inbound><base/><choose id='c'><when condition='@(false)'/></choose>"
                + "</inbound><backend><base/></backend><outbound><base/></outbound><on-error/>");
        documents.run(documents.compiler().compile(operation, DocumentScope.OPERATION, Optional.of(api)), CALL);

        assertThat(documents.trace.steps())
                .extracting(step -> name(step) + ", " + step.rule().where())
                .containsExactly(
                        "set-backend-service, api inbound",
                        "choose c, operation inbound",
                        "forward-request, global backend",
                        "set-header X, api outbound");
        assertThat(documents.trace.steps()).allSatisfy(step -> {
            assertThat(step.finding()).isEqualTo(StepResult.passed());
            assertThat(step.elapsed()).isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<set-header name='X-A'><value>new</value></set-header> | {request header X-A=new}",
                "<set-header name='authorization' exists-action='delete'/> | {request header Authorization=deleted}",
                "<set-header name='Authorization'><value>Basic YTpi</value></set-header>"
                        + " | {request header Authorization=[redacted]}",
                "<set-header name='x-functions-key'><value>k</value></set-header>"
                        + " | {request header x-functions-key=[redacted]}",
                "<set-header name='Gone' exists-action='delete'/> | {}",
                "<set-query-parameter name='code' exists-action='delete'/> | {query parameters deleted=[code]}",
                "<set-variable name='v' value='text'/> | {variable v=text}",
                "<set-backend-service backend-id='app'/> | {backend=https://localhost:7071/api/}",
                "<choose><when condition='@(true)'/></choose> | {}",
                "<authentication-managed-identity resource='x'/>"
                        + " | {source=identity endpoint, request header Authorization={token=not a signed JWT}}"
            })
    void tellsWhatAPolicyHasChanged(String policy, String details) {
        assertThat(steps(policy).get(0).details()).hasToString(details);
    }

    @Test
    void showsTheClaimsOfATokenThatAPolicyGotAndNotItsSignature() {
        String token = TestTenant.token();
        documents.identities = (resource, clientId) -> token;

        Step step = steps("<authentication-managed-identity resource='x'/>").get(0);

        assertThat(step.details().toString())
                .contains("aud=" + TestTenant.AUDIENCE)
                .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
    }

    @Test
    void saysWhetherTheTokenWasKept() {
        documents.identities = new ManagedIdentities() {
            @Override
            public String token(String resource, Optional<String> clientId) {
                return "t";
            }

            @Override
            public boolean have(String resource, Optional<String> clientId) {
                return true;
            }
        };

        assertThat(steps("<authentication-managed-identity resource='x'/>")
                        .get(0)
                        .details())
                .containsEntry("source", "cache");
    }

    @Test
    void aRefusalIsThatOfTheOutermostPolicyThatAnswers() {
        List<Step> steps = steps("<choose id='outer'><when condition='@(true)'><trace source='s'><message>m</message>"
                + "</trace>" + RETURN + "</when></choose>");

        assertThat(steps).extracting(PolicyStepsTest::name).containsExactly("choose outer", "trace", "return-response");
        assertThat(steps)
                .extracting(step -> step.finding().verdict())
                .containsExactly(StepVerdict.REFUSED, StepVerdict.NOTED, StepVerdict.NOTED);
        assertThat(steps.get(0).finding())
                .isEqualTo(StepResult.refused(
                        "outer", "no condition of outer is true", "status 403; the token has not been validated"));
        assertThat(documents.trace.end()).contains(steps.get(0));
    }

    @Test
    void aFailureIsThatOfTheInnermostPolicyAndOnErrorFollows() {
        documents.identities = (resource, clientId) -> {
            throw new IOException("gone");
        };
        Pipeline pipeline = documents.below(
                documents.global(),
                "<choose><when condition='@(true)'><authentication-managed-identity resource='x'/></when></choose>",
                "",
                "<set-header name='X'><value>y</value></set-header>");
        documents.run(pipeline, CALL);
        List<Step> steps = documents.trace.steps();

        assertThat(steps)
                .extracting(step -> step.finding().verdict())
                .containsExactly(StepVerdict.NOTED, StepVerdict.FAILED, StepVerdict.PASSED);
        assertThat(steps.get(1).finding())
                .isEqualTo(StepResult.failed(
                        "ManagedIdentityTokenNotObtained", "a token of the system-assigned identity for x", "gone"));
        assertThat(steps.get(2).rule().where()).isEqualTo("api on-error");
    }

    @Test
    void aCallThatNobodyFollowsIsAnsweredTheSame() {
        Pipeline pipeline = documents.inbound("<set-header name='X'><value>y</value></set-header>" + TO_APP);

        Response response = pipeline.run(Context.of(CALL, Calls.subscribed()), Optional.empty());

        documents.run(pipeline, CALL);
        assertThat(response.status()).isEqualTo(200);
        assertThat(documents.received.get(0).headers().asMap())
                .isEqualTo(documents.received.get(1).headers().asMap());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<set-header name='X-Api-Key'><value>hunter2</value></set-header>",
                "<set-header name='Authorization'><value>Basic hunter2</value></set-header>",
                "<set-header name='X-Amz-Signature'><value>hunter2</value></set-header>",
                "<set-variable name='password' value='hunter2'/>",
                "<set-variable name='clientSecret' value='hunter2'/>",
                "<trace source='s'><message>x</message><metadata name='code' value='hunter2'/></trace>"
            })
    void doesNotShowWhatIsNamedLikeASecret(String statement) {
        documents.run(documents.inbound(statement + TO_APP), CALL);

        assertThat(documents.trace.steps().get(0).details().toString())
                .contains("[redacted]")
                .doesNotContain("hunter2");
    }
}
