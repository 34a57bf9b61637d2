package dev.gatehouse.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.Guarded;
import dev.gatehouse.functions.ListedFunction;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractAssertionsTest {
    @TempDir
    private Path jar;

    private static final class GuardedInstances implements FunctionInstanceInjector {
        @Override
        public <T> T getInstance(Class<T> type) throws Exception {
            return Guarded.classOf(type).getConstructor().newInstance();
        }
    }

    private static final class PlainInstances implements FunctionInstanceInjector {
        @Override
        public <T> T getInstance(Class<T> type) throws Exception {
            return type.getConstructor().newInstance();
        }
    }

    @Test
    void functionsAndContractAgree() {
        ContractAssertions.assertFunctionsMatchContract();
    }

    @Test
    void namesEveryDifference() throws IOException {
        ListedFunction readOrder = new ListedFunction(
                "readOrder", "httpTrigger", "Orders", "read", "orders/{number}", List.of("GET", "POST"), false);
        ListedFunction forgotten =
                new ListedFunction("forgotten", "httpTrigger", "Orders", "forgotten", "f", List.of("GET"), false);

        assertThatThrownBy(() -> assertMatch(List.of(readOrder, forgotten)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("functions and contract differ:\n- ")
                .hasMessageContainingAll(
                        "readOrder (Orders.read) has the route orders/{number}, the contract says orders/{id}",
                        "readOrder (Orders.read) answers POST, which is not in the contract",
                        "forgotten (Orders.forgotten) is not in the contract",
                        "contract operation health has no function");
    }

    @Test
    void saysThatTheProcessorDidNotRun() {
        assertThatThrownBy(() -> assertMatch(List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the annotation processor did not run");
    }

    @Test
    void namesEveryFaultOfTheContract() {
        assertThatThrownBy(() -> ContractAssertions.assertFunctionsMatchContract(
                        getClass().getClassLoader(), ContractReader.read("{\"api\":7}".getBytes())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("faulty contract/security.json", "api", "operations");
    }

    @Test
    void operationsAreGuarded() {
        ContractAssertions.assertOperationsAreGuarded(new GuardedInstances());
    }

    @Test
    void findsAnInjectorThatHandsOutPlainInstances() {
        assertThatThrownBy(() -> ContractAssertions.assertOperationsAreGuarded(new PlainInstances()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("not every operation is guarded:\n- GET readOrder")
                .hasMessageContainingAll(
                        "a call without a token got as far as the function",
                        "an app without roles",
                        "a user without scopes");
    }

    private void assertMatch(List<ListedFunction> functions) throws IOException {
        if (!functions.isEmpty()) {
            Path list = jar.resolve(FunctionList.RESOURCE);
            Files.createDirectories(list.getParent());
            Files.writeString(list, FunctionList.write(functions));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            ContractAssertions.assertFunctionsMatchContract(loader, ContractReader.readOwn());
        }
    }
}
