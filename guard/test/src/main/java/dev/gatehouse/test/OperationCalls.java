package dev.gatehouse.test;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.functions.ListedFunction;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls of one operation that must be rejected: its function is called as the worker does, on the injector's instance. */
record OperationCalls(Operation operation, ListedFunction function, FunctionInstanceInjector injector) {

    /** What is wrong; empty where all were rejected. */
    List<String> faults(TestIssuer issuer) {
        TestRequest<Optional<String>> request =
                TestRequest.of(HttpMethod.value(operation.method()), "operation-under-test");
        List<String> faults = new ArrayList<>();
        fault("a call without a token", 401, request).ifPresent(faults::add);
        fault("an app without roles", 403, request.with(issuer.app())).ifPresent(faults::add);
        fault("a user without scopes", 403, request.with(issuer.user("none"))).ifPresent(faults::add);
        return faults;
    }

    private Optional<String> fault(String call, int expected, TestRequest<?> request) {
        String answer = answer(request);
        return answer.startsWith(expected + " ")
                ? Optional.empty()
                : Optional.of(operation.method() + " " + function.name() + " (" + function.entryPoint() + "): " + call
                        + " got " + answer + ", not " + expected);
    }

    private String answer(TestRequest<?> request) {
        try {
            Class<?> type = Class.forName(function.declaredIn());
            Object returned = method(type).invoke(injector.getInstance(type), arguments(method(type), request));
            return returned instanceof HttpResponseMessage response
                    ? response.getStatusCode() + " " + TestResponse.errorCode(response)
                    : String.valueOf(returned);
        } catch (InvocationTargetException thrown) {
            return "as far as the function, which threw " + thrown.getCause();
        } catch (Exception failed) {
            return "no answer: " + failed;
        }
    }

    private Method method(Class<?> type) throws NoSuchMethodException {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(function.method()) && !each.isBridge())
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(function.entryPoint()));
    }

    /** Those of a rejected call are not looked at, but for request and context. */
    private @Nullable Object[] arguments(Method method, TestRequest<?> request) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, request))
                .toArray();
    }

    private @Nullable Object argument(Class<?> type, TestRequest<?> request) {
        if (type == HttpRequestMessage.class) {
            return request;
        }
        return type == ExecutionContext.class
                ? new TestContext(function.name())
                : Array.get(Array.newInstance(type, 1), 0);
    }
}
