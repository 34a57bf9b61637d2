package dev.gatehouse.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvocationTest {
    private final HttpResponseMessage refusal = response(HttpStatus.UNAUTHORIZED);
    private final Invocation invocation = Invocation.begin(new GuardedContext.NoContext("call"));

    @AfterEach
    void end() {
        invocation.end();
    }

    @Test
    void knowsNoDecisionAtFirst() {
        assertThat(invocation.isDecided()).isFalse();
        assertThat(invocation.isRefused()).isFalse();
    }

    @Test
    void isAnsweredByWhateverAnAdmittedFunctionReturns() {
        Invocation.decided("call", null);

        assertThat(invocation.isDecided()).isTrue();
        assertThat(invocation.isAnsweredBy("anything")).isTrue();
        assertThat(invocation.isAnsweredBy(null)).isTrue();
    }

    @Test
    void isAnsweredByTheRefusalOnly() {
        Invocation.decided("call", refusal);

        assertThat(invocation.isAnsweredBy(refusal)).isTrue();
        assertThat(invocation.isAnsweredBy(response(HttpStatus.UNAUTHORIZED))).isFalse();
        assertThat(invocation.isAnsweredBy("secret")).isFalse();
        assertThat(invocation.isAnsweredBy(null)).isFalse();
    }

    @Test
    void keepsTheFirstDecision() {
        Invocation.decided("call", refusal);
        Invocation.decided("call", null);

        assertThat(invocation.isRefused()).isTrue();
    }

    @Test
    void ignoresDecisionsOnOtherFunctions() {
        Invocation.decided("other", null);

        assertThat(invocation.isDecided()).isFalse();
    }

    @Test
    void ignoresDecisionsAfterItsEnd() {
        invocation.end();
        Invocation.decided("call", null);

        assertThat(invocation.isDecided()).isFalse();
    }

    private static HttpResponseMessage response(HttpStatus status) {
        HttpResponseMessage response = mock(HttpResponseMessage.class);
        when(response.getStatusCode()).thenReturn(status.value());
        when(response.getStatus()).thenReturn(status);
        return response;
    }
}
