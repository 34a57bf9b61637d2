package dev.gatehouse.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import com.microsoft.azure.functions.TraceContext;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    /** Hosts other than the worker may have no trace context at all. */
    @Test
    void doesWithoutATraceContext() {
        ExecutionContext context = mock(ExecutionContext.class);
        when(context.getFunctionName()).thenReturn("health");
        when(context.getLogger()).thenReturn(Logger.getAnonymousLogger());

        HttpRequestMessage<?> request = mock(HttpRequestMessage.class);
        HttpResponseMessage.Builder response = mock(HttpResponseMessage.Builder.class, RETURNS_SELF);
        HttpResponseMessage refusal = mock(HttpResponseMessage.class);
        when(request.createResponseBuilder(any(HttpStatusType.class))).thenReturn(response);
        when(response.build()).thenReturn(refusal);

        HttpResponseMessage answer = new Guard(Authorizer.misconfigured(Set.of()), "api", () -> false)
                .admit(request, context, caller -> {
                    throw new AssertionError("no caller may be admitted");
                });

        assertThat(answer).isSameAs(refusal);
        verify(request).createResponseBuilder(argThat((HttpStatusType status) -> status.value() == 503));
    }

    @Test
    void takesTheIdsOfAWellFormedParent() {
        ExecutionContext context = calledBy("00-" + TRACE + "-" + SPAN + "-01");

        assertThat(Correlation.traceId(context)).contains(TRACE);
        assertThat(Correlation.spanId(context)).contains(SPAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333\"-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
                "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331_01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0"
            })
    void takesNothingOfAnythingElse(String parent) {
        assertThat(Correlation.traceId(calledBy(parent))).isEmpty();
        assertThat(Correlation.spanId(calledBy(parent))).isEmpty();
    }

    @Test
    void doesWithoutATrace() {
        assertThat(Correlation.traceId(mock(ExecutionContext.class))).isEqualTo(Optional.empty());
        assertThat(Correlation.traceId(calledBy(null))).isEmpty();
    }

    private static ExecutionContext calledBy(String parent) {
        TraceContext trace = mock(TraceContext.class);
        when(trace.getTraceparent()).thenReturn(parent);
        ExecutionContext context = mock(ExecutionContext.class);
        when(context.getTraceContext()).thenReturn(trace);
        return context;
    }
}
