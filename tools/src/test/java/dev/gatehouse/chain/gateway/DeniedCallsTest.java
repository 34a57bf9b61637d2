package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.gateway.policy.TraceMessage;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policies may do about a call that a step before them has denied. */
class DeniedCallsTest {
    private static final String WHAT_IS_KNOWN =
            "<trace source='test'><message>@(context.LastError.Source + \" \" + context.LastError.Reason + \": \""
                    + " + context.LastError.Message)</message><metadata name='place' value='@((context.LastError.Scope ?? \"none\")"
                    + " + (context.LastError.Section ?? \"none\") + (context.LastError.Path ?? \"none\"))'/>"
                    + "<metadata name='called' value='@((context.Api?.Id ?? \"none\") + \" \" + (context.Operation?.Id ?? \"none\")"
                    + " + \" \" + (context.Product?.Id ?? \"none\"))'/></trace>";
    private static final String ANSWER =
            "<choose><when condition='@(context.LastError.Reason == \"%s\" &amp;&amp; context.Response.StatusCode == %s)'>"
                    + "<return-response><set-status code='403' reason='Forbidden'/></return-response></when></choose>";

    private final DeployedPolicies deployed = new DeployedPolicies();

    private Response call(String onError, Request request) {
        deployed.alteration = text -> text.replace("<on-error>", "<on-error>" + onError);
        return deployed.gateway().handle(request);
    }

    private static Request request(String target, String key) {
        Request request = DeployedPolicies.call("GET", target, TestTenant.token());
        return key.isEmpty()
                ? request.withHeaders(request.headers().without(SubscriptionCheck.HEADER))
                : request.with(SubscriptionCheck.HEADER, key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/accounts-api/accounts; ''; authorization SubscriptionKeyNotFound: Access denied due to missing; accounts listAccounts none",
                "/accounts-api/accounts; wrong; authorization SubscriptionKeyInvalid: Access denied due to invalid; accounts listAccounts none",
                "/accounts-api/nothing; the-subscription-key; configuration OperationNotFound: Unable to match incoming request to an operation.; accounts none none",
                "/accounts-api; ''; configuration OperationNotFound: Unable to match incoming request to an operation.; accounts none none",
            })
    void onErrorKnowsTheStepThatDeniedIt(String target, String key, String message, String called) {
        call(WHAT_IS_KNOWN, request(target, key));

        TraceMessage trace = deployed.traces.get(0);
        assertThat(trace.message()).startsWith(message);
        assertThat(trace.metadata()).containsEntry("place", "nonenonenone").containsEntry("called", called);
    }

    @ParameterizedTest
    @CsvSource({
        "/accounts-api/accounts, '', SubscriptionKeyNotFound, 401",
        "/accounts-api/accounts, wrong, SubscriptionKeyInvalid, 401",
        "/accounts-api/nothing, '', OperationNotFound, 404"
    })
    void onErrorMayAnswerItOtherwise(String target, String key, String reason, int status) {
        Response response = call(ANSWER.formatted(reason, status), request(target, key));

        assertThat(response.status()).isEqualTo(403);
        assertThat(deployed.refusal().reason()).isEqualTo(reason);
        assertThat(deployed.received).isEmpty();
    }

    @Test
    void theApisPoliciesHaveNoSayOutsideOfItsPath() {
        Response response = call(ANSWER.formatted("OperationNotFound", 404), request("/accounts-apis/accounts", ""));

        assertThat(response.status()).isEqualTo(404);
        assertThat(deployed.traces).isEmpty();
    }

    @Test
    void aShippedPolicyTracesTheReasonAndTheTraceShowsIt() {
        Response response = deployed.gateway().handle(request("/accounts-api/accounts", ""));

        assertThat(response.status()).isEqualTo(401);
        assertThat(deployed.traces).singleElement().satisfies(trace -> {
            assertThat(trace.message()).isEqualTo("SubscriptionKeyNotFound");
            assertThat(trace.metadata())
                    .containsEntry("Source", "authorization")
                    .containsEntry("Section", "unknown");
        });
        assertThat(deployed.trace.steps())
                .extracting(Step::layer, step -> step.rule().name(), step -> step.rule()
                        .where())
                .extracting(Object::toString)
                .containsSubsequence("(GATEWAY, \"subscription\", \"\")", "(GATEWAY, \"trace\", \"api on-error\")");
    }
}
