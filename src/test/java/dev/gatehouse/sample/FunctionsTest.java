package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.ListedFunction;
import dev.gatehouse.generated.GuardedInjector;
import dev.gatehouse.test.ContractAssertions;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies to every function of the app, also to future ones. */
class FunctionsTest {

    static Set<String> classes() throws IOException {
        return FunctionList.read(FunctionsTest.class.getClassLoader()).all().stream()
                .map(ListedFunction::declaredIn)
                .collect(Collectors.toSet());
    }

    @Test
    void theyAreThoseOfTheContract() {
        ContractAssertions.assertFunctionsMatchContract();
    }

    @Test
    void theyRejectCallersWithoutATokenAndWithoutPermission() {
        ContractAssertions.assertOperationsAreGuarded(new GuardedInjector());
    }

    @ParameterizedTest
    @MethodSource("classes")
    void theWorkerAloneCannotMakeUnguardedInstances(String functions) throws ClassNotFoundException {
        assertThat(Class.forName(functions).getConstructors()).isEmpty();
    }
}
