package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredFunctionsTest {

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
