package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.fixtures.FakeContext;
import dev.gatehouse.fixtures.FakeRequest;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.sample.accounts.AccountFunctions;
import dev.gatehouse.sample.health.HealthFunction;
import dev.gatehouse.sample.identity.WhoAmIFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionInjectorTest {

    @ParameterizedTest
    @ValueSource(classes = {AccountFunctions.class, WhoAmIFunction.class, HealthFunction.class})
    void givesOneInstanceOfEachFunctionClass(Class<?> functions) {
        FunctionInjector injector = new FunctionInjector(() -> FunctionInstances.create(Map.of()));

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
            return FunctionInstances.create(Map.of());
        });
        restOfTheLoading.countDown();

        assertThat(injector.getInstance(HealthFunction.class)).isNotNull();
    }

    @Test
    void refusesAFunctionClassThatNobodyPutTogether() {
        FunctionInjector injector = new FunctionInjector(() -> FunctionInstances.create(Map.of()));

        assertThatThrownBy(() -> injector.getInstance(Unlisted.class))
                .hasMessageContaining("is not listed in FunctionInstances");
    }

    @Test
    void anAppWithFaultsAnswers503ToEverything() {
        FunctionInstances instances = FunctionInstances.create(Map.of());
        HealthFunction health =
                (HealthFunction) instances.find(HealthFunction.class).orElseThrow();
        WhoAmIFunction whoAmI =
                (WhoAmIFunction) instances.find(WhoAmIFunction.class).orElseThrow();

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

    private static Contract contract(Operation... operations) {
        return new Contract("api", List.of("2.0"), List.of(), List.of(), List.of(operations));
    }

    public static final class Unlisted {}
}
