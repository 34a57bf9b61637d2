package dev.gatehouse.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareChain;
import com.microsoft.azure.functions.internal.spi.middleware.MiddlewareContext;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.ListedFunction;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second lock, without a worker: which functions run, and which responses are returned. */
class GuardMiddlewareTest {
    private static final Guard REFUSING = new Guard(Authorizer.misconfigured(Set.of()), "tests", () -> false);

    private final MiddlewareContext context = mock(MiddlewareContext.class);

    @TempDir
    Path app;

    /** The app's guard is put together without settings, and says so. */
    @BeforeAll
    static void putTheGuardTogether() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            Gatehouse.guard();
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(UTF_8)).startsWith("Gatehouse error: configuration errors; every call is refused");
    }

    /** A function that calls the guard itself. */
    public static class Explicit {
        public HttpResponseMessage call() {
            return null;
        }

        public Object any() {
            return null;
        }
    }

    @BeforeEach
    void list() throws IOException {
        Path list = app.resolve(FunctionList.RESOURCE);
        Files.createDirectories(list.getParent());
        Files.writeString(
                list,
                FunctionList.write(List.of(
                        listed("call", "httpTrigger"), listed("any", "httpTrigger"), listed("tick", "timerTrigger"))));
        stage("call", "httpTrigger");
        stage("any", "httpTrigger");
        stage("tick", "timerTrigger");
        stage("strange", "httpTrigger");
        stage("tock", "timerTrigger");
    }

    @ParameterizedTest
    @CsvSource({"strange, did not see it", "absent, function.json was not found"})
    void doesNotRunWhatItDoesNotKnow(String function, String cause) throws Exception {
        MiddlewareChain chain = mock(MiddlewareChain.class);

        assertThatThrownBy(() -> invoke(function, chain))
                .isInstanceOf(FunctionRefusedException.class)
                .hasMessageContaining(cause)
                .hasMessageContaining("To fix it, ");
        verify(chain, never()).doNext(context);
    }

    @ParameterizedTest
    @CsvSource({"tick", "tock"})
    void leavesOtherTriggersAlone(String function) {
        assertThatCode(() -> invoke(function, next -> {})).doesNotThrowAnyException();
    }

    @Test
    void letsTheAnswerOfTheGuardOut() throws Exception {
        invoke("call", next -> returns(refusal("call")));

        verify(context, never()).updateReturnValue(null);
    }

    @Test
    void holdsAnAnswerBackThatTheGuardDidNotDecideOn() {
        heldBack("call", next -> returns("secret"), "answered without asking the guard");
    }

    @Test
    void holdsAnAnswerBackThatTheGuardDecidedOnForAnotherFunction() {
        heldBack("call", next -> returns(refusal("other")), "answered without asking the guard");
    }

    @Test
    void holdsAnAnswerBackThatIsNotTheRefusal() {
        heldBack(
                "call",
                next -> {
                    refusal("call");
                    returns("secret");
                },
                "answered something else");
    }

    @Test
    void holdsARefusalBackThatTheHostWouldAnswerWith200() {
        heldBack("any", next -> returns(refusal("any")), "declare it to return HttpResponseMessage");
    }

    /** An outer middleware may swallow the exception: the response must be removed before. */
    @Test
    void holdsAnAnswerBackWhereMiddlewareWithinThrowsAfterwards() {
        heldBack(
                "call",
                next -> {
                    throw new IOException("too late");
                },
                "too late");
    }

    /** The worker would never answer the call, and would restart. */
    @Test
    void letsNoErrorOut() {
        assertThatThrownBy(() -> invoke("call", next -> {
                    throw new NoClassDefFoundError("gone");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageContaining("Gatehouse error: function call failed: java.lang.NoClassDefFoundError: gone");
    }

    private void returns(Object value) {
        when(context.getReturnValue()).thenReturn(value);
    }

    private void heldBack(String function, MiddlewareChain chain, String cause) {
        assertThatThrownBy(() -> invoke(function, chain)).hasMessageContaining(cause);
        verify(context).updateReturnValue(null);
    }

    private HttpResponseMessage refusal(String function) {
        return REFUSING.call(function, request(), context).refusal();
    }

    private void invoke(String function, MiddlewareChain chain) throws Exception {
        when(context.getFunctionName()).thenReturn(function);
        when(context.getParameterName(anyString())).thenReturn(null);
        when(context.getLogger()).thenReturn(java.util.logging.Logger.getAnonymousLogger());
        new GuardMiddleware(new GuardedFunctions(jars(), new FunctionDefinitions(List.of(app)))).invoke(context, chain);
    }

    private ClassLoader jars() throws MalformedURLException {
        return new URLClassLoader(new URL[] {app.toUri().toURL()}, GuardMiddlewareTest.class.getClassLoader());
    }

    private static ListedFunction listed(String name, String kind) {
        return new ListedFunction(name, kind, Explicit.class.getName(), name, name, List.of(), true);
    }

    private void stage(String name, String trigger) throws IOException {
        Files.createDirectories(app.resolve(name));
        Files.writeString(
                app.resolve(name).resolve("function.json"),
                "{\"entryPoint\": \"" + Explicit.class.getName() + "." + name + "\", \"bindings\": [{\"type\": \""
                        + trigger + "\"}]}");
    }

    private static HttpRequestMessage<?> request() {
        HttpResponseMessage response = mock(HttpResponseMessage.class);
        when(response.getStatusCode()).thenReturn(503);
        HttpResponseMessage.Builder builder = mock(HttpResponseMessage.Builder.class, RETURNS_SELF);
        when(builder.build()).thenReturn(response);
        HttpRequestMessage<?> request = mock(HttpRequestMessage.class);
        when(request.createResponseBuilder(any(HttpStatusType.class))).thenReturn(builder);
        return request;
    }
}
