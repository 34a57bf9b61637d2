package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.accounts.AccountFunctions;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.fixtures.FakeContext;
import dev.gatehouse.fixtures.FakeRequest;
import dev.gatehouse.health.HealthFunction;
import dev.gatehouse.identity.WhoAmIFunction;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {

    @ParameterizedTest
    @ValueSource(classes = {AccountFunctions.class, WhoAmIFunction.class, HealthFunction.class})
    void givesOneInstanceOfEachFunctionClass(Class<?> functions) {
        FunctionInjector injector = new FunctionInjector(() -> Wiring.application(Map.of()));

        assertThat((Object) injector.getInstance(functions)).isNotNull().isSameAs(injector.getInstance(functions));
    }

    @Test
    @Timeout(10)
    void letsTheWorkerGoOnWhileTheAppIsPutTogether() {
        CountDownLatch restOfTheLoading = new CountDownLatch(1);
        FunctionInjector injector = new FunctionInjector(() -> {
            try {
                restOfTheLoading.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return Wiring.application(Map.of());
        });
        restOfTheLoading.countDown();

        assertThat(injector.getInstance(HealthFunction.class)).isNotNull();
    }

    @Test
    void refusesAFunctionClassThatNobodyPutTogether() {
        FunctionInjector injector = new FunctionInjector(() -> Wiring.application(Map.of()));

        assertThatThrownBy(() -> injector.getInstance(Static.class))
                .hasMessageContaining("is not put together in Wiring");
    }

    @Test
    void anAppWithFaultsAnswers503ToEverything() {
        Application application = Wiring.application(Map.of());
        HealthFunction health =
                (HealthFunction) application.function(HealthFunction.class).orElseThrow();
        WhoAmIFunction whoAmI =
                (WhoAmIFunction) application.function(WhoAmIFunction.class).orElseThrow();

        assertThat(health.health(FakeRequest.bare(), new FakeContext("health")).getStatusCode())
                .isEqualTo(503);
        assertThat(whoAmI.whoAmI(FakeRequest.bearing("a.b.c"), new FakeContext("whoAmI"))
                        .getStatusCode())
                .isEqualTo(503);
    }

    @Test
    void healthIsReadyWhenTheKeysAre() {
        BooleanSupplier ready = mock(BooleanSupplier.class);
        when(ready.getAsBoolean()).thenReturn(false, true);
        Contract contract = contract(new Operation("health", "GET", "health", Optional.empty()));
        HealthFunction health =
                new HealthFunction(new Guard(Authorizer.by(contract, null, Optional.empty()), "api"), ready);

        HttpResponseMessage notYet = health.health(FakeRequest.bare(), new FakeContext("health"));
        HttpResponseMessage then = health.health(FakeRequest.bare(), new FakeContext("health"));

        assertThat(notYet.getStatusCode()).isEqualTo(503);
        assertThat(notYet.getHeader("Retry-After")).isEqualTo("10");
        assertThat(then.getStatusCode()).isEqualTo(200);
        assertThat(then.getBody()).isEqualTo("{\"status\":\"ready\"}");
    }

    /** Hosts other than the worker may have no trace context at all. */
    @Test
    void doesWithoutATraceContext() {
        ExecutionContext context = mock(ExecutionContext.class);
        when(context.getFunctionName()).thenReturn("health");
        when(context.getLogger()).thenReturn(Logger.getAnonymousLogger());

        HttpResponseMessage answer = new Guard(Authorizer.misconfigured(), "api")
                .admit(FakeRequest.bare(), context, caller -> {
                    throw new AssertionError("nobody is admitted");
                });

        assertThat(answer.getStatusCode()).isEqualTo(503);
    }

    @Test
    void tellsHowCodeAndContractDiffer() {
        Contract contract = contract(
                guarded("staticOne", "GET", "static"),
                guarded("otherMethod", "POST", "method"),
                guarded("otherRoute", "GET", "elsewhere"),
                guarded("otherLevel", "GET", "level"),
                guarded("noTrigger", "GET", "none"),
                guarded("noFunction", "GET", "nobody"));

        assertThat(DeclaredFunctions.differences(List.of(Static.class, Different.class), contract))
                .containsExactlyInAnyOrder(
                        "function staticOne is static: the worker calls it without the instance that holds the guard",
                        "function otherMethod answers [GET], the contract says POST",
                        "function otherRoute has the route route, the contract says elsewhere",
                        "function otherLevel needs authLevel FUNCTION",
                        "contract operation noTrigger has no function",
                        "function unknown is not in the contract",
                        "contract operation noFunction has no function");
    }

    private static Operation guarded(String function, String method, String route) {
        Requirement requirement = new Requirement(List.of("Role"), List.of(), List.of());
        return new Operation(function, method, route, Optional.of(requirement));
    }

    private static Contract contract(Operation... operations) {
        return new Contract("api", List.of("2.0"), List.of(), List.of(), List.of(operations));
    }

    public static final class Static {
        @FunctionName("staticOne")
        public static HttpResponseMessage one(
                @HttpTrigger(
                                name = "r",
                                methods = HttpMethod.GET,
                                route = "static",
                                authLevel = AuthorizationLevel.FUNCTION)
                        HttpRequestMessage<Optional<String>> request) {
            return null;
        }
    }

    public static final class Different {
        @FunctionName("otherMethod")
        public void method(
                @HttpTrigger(
                                name = "r",
                                methods = HttpMethod.GET,
                                route = "method",
                                authLevel = AuthorizationLevel.FUNCTION)
                        String request) {}

        @FunctionName("otherRoute")
        public void route(
                @HttpTrigger(
                                name = "r",
                                methods = HttpMethod.GET,
                                route = "route",
                                authLevel = AuthorizationLevel.FUNCTION)
                        String request) {}

        @FunctionName("otherLevel")
        public void level(
                @HttpTrigger(
                                name = "r",
                                methods = HttpMethod.GET,
                                route = "level",
                                authLevel = AuthorizationLevel.ANONYMOUS)
                        String request) {}

        @FunctionName("noTrigger")
        public void none(String request) {}

        @FunctionName("unknown")
        public void unknown(
                @HttpTrigger(
                                name = "r",
                                methods = HttpMethod.GET,
                                route = "unknown",
                                authLevel = AuthorizationLevel.FUNCTION)
                        String request) {}
    }
}
