package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.functions.Guarded;
import dev.gatehouse.generated.GuardedInjector;
import dev.gatehouse.sample.accounts.AccountFunctions;
import dev.gatehouse.sample.health.HealthFunction;
import dev.gatehouse.sample.identity.WhoAmIFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {

    @ParameterizedTest
    @ValueSource(classes = {AccountFunctions.class, WhoAmIFunction.class, HealthFunction.class})
    void theWorkerGetsAGuardedInstance(Class<?> functions) throws Exception {
        assertThat(new GuardedInjector().getInstance(functions)).isInstanceOf(Guarded.classOf(functions));
        assertThat(Guarded.classOf(functions)).isNotEqualTo(functions);
    }

    @ParameterizedTest
    @ValueSource(classes = {AccountFunctions.class, WhoAmIFunction.class, HealthFunction.class})
    void theWorkerAloneCannotMakeUnguardedOnes(Class<?> functions) {
        assertThat(functions.getConstructors()).isEmpty();
    }
}
