package dev.gatehouse.test;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.functions.ContractAgreement;
import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.ListedFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Assertions about the app on the class path as a whole; they also hold for operations that are added later. They throw {@link
 * AssertionError} with everything that is wrong, and need no test framework.
 */
public final class ContractAssertions {
    private ContractAssertions() {}

    /**
     * The app's functions ({@code META-INF/gatehouse/functions.json}, which the annotation processor writes) and its contract
     * ({@code contract/security.json}) agree: neither has a function, a route or a method that the other has not. Where they
     * differ, the deployed app rejects every call with 503.
     */
    public static void assertFunctionsMatchContract() {
        assertFunctionsMatchContract(ContractAssertions.class.getClassLoader(), ContractReader.readOwn());
    }

    static void assertFunctionsMatchContract(ClassLoader jars, ContractResult contract) {
        FunctionList functions = functions(jars);
        List<String> differences = new ArrayList<>();
        if (functions.all().isEmpty()) {
            differences.add(FunctionList.RESOURCE + " is not on the class path: the annotation processor did not run");
        }
        differences.addAll(ContractAgreement.differences(functions, valid(contract)));
        failWith("functions and contract differ", differences);
    }

    /**
     * Every operation of the contract that is not public rejects a call without a token (401), and a token without roles or
     * scopes (403). Each function is called on the instance that the injector hands out, so this fails for an injector that
     * hands out classes that are not guarded. Functions that call the guard themselves are left out.
     *
     * @param injector the one that the worker would find: {@code new dev.gatehouse.generated.GuardedInjector()}, or the app's own
     */
    public static void assertOperationsAreGuarded(FunctionInstanceInjector injector) {
        FunctionList functions = functions(ContractAssertions.class.getClassLoader());
        List<String> faults = new ArrayList<>();
        try (TestIssuer issuer = TestIssuer.start().install()) {
            for (Operation operation : valid(ContractReader.readOwn()).operations()) {
                Optional<ListedFunction> function = functions.find(operation.function());
                if (!operation.isPublic()
                        && !function.map(ListedFunction::isExplicit).orElse(operation.isExplicit())) {
                    faults.addAll(function.map(each -> new OperationCalls(operation, each, injector).faults(issuer))
                            .orElseGet(
                                    () -> List.of("contract operation " + operation.function() + " has no function")));
                }
            }
        }
        failWith("not every operation is guarded", faults);
    }

    private static FunctionList functions(ClassLoader jars) {
        try {
            return FunctionList.read(jars);
        } catch (IOException unreadable) {
            throw new AssertionError("the list of functions cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Contract valid(ContractResult contract) {
        if (contract instanceof ContractResult.Valid valid) {
            return valid.contract();
        }
        throw new AssertionError("faulty contract/security.json: " + ((ContractResult.Faulty) contract).faults());
    }

    private static void failWith(String summary, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError(summary + ":\n- " + String.join("\n- ", faults));
        }
    }
}
