package dev.gatehouse;

import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the HTTP functions that the code declares against what the contract says, both ways: neither may know a function the other does not. */
final class DeclaredFunctions {
    private DeclaredFunctions() {}

    static List<String> differences(List<Class<?>> classes, Contract contract) {
        List<String> differences = new ArrayList<>();
        Set<String> declared = new HashSet<>();
        for (Method method :
                classes.stream().flatMap(DeclaredFunctions::functions).toList()) {
            String name = method.getAnnotation(FunctionName.class).value();
            declared.add(name);
            contract.operation(name)
                    .map(operation -> difference(method, operation))
                    .orElseGet(() -> Optional.of("is not in the contract"))
                    .ifPresent(difference -> differences.add("function " + name + " " + difference));
        }
        contract.operations().stream()
                .map(Operation::function)
                .filter(name -> !declared.contains(name))
                .forEach(name -> differences.add("contract operation " + name + " has no function"));
        return differences;
    }

    /** Inherited ones too, as the worker finds them; functions without an HTTP trigger are not the contract's matter. */
    private static Stream<Method> functions(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(FunctionName.class)
                        && trigger(method).isPresent());
    }

    private static Optional<String> difference(Method method, Operation operation) {
        return Modifier.isStatic(method.getModifiers())
                ? Optional.of("is static: the worker calls it without the instance that holds the guard")
                : difference(trigger(method).orElseThrow(), operation);
    }

    private static Optional<HttpTrigger> trigger(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(HttpTrigger.class)))
                .findFirst();
    }

    private static Optional<String> difference(HttpTrigger trigger, Operation operation) {
        String methods = Arrays.toString(trigger.methods());
        AuthorizationLevel level = operation.isPublic() ? AuthorizationLevel.ANONYMOUS : AuthorizationLevel.FUNCTION;
        if (!methods.equals("[" + operation.method() + "]")) {
            return Optional.of("answers " + methods + ", the contract says " + operation.method());
        }
        if (!trigger.route().equals(operation.route())) {
            return Optional.of("has the route " + trigger.route() + ", the contract says " + operation.route());
        }
        return trigger.authLevel() == level ? Optional.empty() : Optional.of("needs authLevel " + level);
    }
}
