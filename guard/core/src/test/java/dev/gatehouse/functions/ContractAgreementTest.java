package dev.gatehouse.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractAgreementTest {
    private static final Contract CONTRACT = contract("""
            { "function": "order", "method": "GET", "route": "orders/{id}", "roles": ["Read"] },
            { "function": "order", "method": "PUT", "route": "orders/{id}", "roles": ["Read"] },
            { "function": "kotlin", "method": "GET", "route": "kotlin", "roles": ["Read"], "explicit": true },
            { "function": "events", "keyOnly": true }
            """);

    @TempDir
    Path folder;

    @Test
    void agreesWhereFunctionsAndOperationsAreTheSame() throws IOException {
        assertThat(ContractAgreement.differences(
                        list(
                                http("order", "orders/{id}", "GET", "PUT"),
                                other("events", "eventGridTrigger"),
                                other("tick", "timerTrigger")),
                        CONTRACT))
                .isEmpty();
    }

    /** A function that declares no method accepts all; the guard admits those of the contract. */
    @Test
    void takesAFunctionOfAnyMethod() {
        assertThat(ContractAgreement.differences(http("order", "orders/{id}"), CONTRACT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    order   | orders/{id} | GET          | function order (app.F.f) answers GET, the contract says PUT
                    order   | orders/{id} | GET;PUT;POST | function order (app.F.f) answers POST, which is not in the contract
                    order   | orders      | GET;PUT      | function order (app.F.f) has the route orders, the contract says orders/{id}
                    unknown | here        | GET          | function unknown (app.F.f) is not in the contract. Add to its operations:
                    events  | here        | GET          | function events (app.F.f) is not in the contract
                    """)
    void saysWhatDiffers(String function, String route, String methods, String difference) {
        assertThat(ContractAgreement.differences(http(function, route, methods.split(";")), CONTRACT))
                .singleElement()
                .asString()
                .startsWith(difference);
    }

    @ParameterizedTest
    @CsvSource({
        "eventGridTrigger",
        "mcpToolTrigger",
        "McpResourceTrigger",
        "durableOrchestrationTrigger",
        "orchestrationTrigger",
        "entityTrigger",
        "signalRTrigger",
        "webPubSubTrigger"
    })
    void wantsAWordOnWhatASystemKeyOpens(String kind) {
        assertThat(ContractAgreement.differences(other("hook", kind), CONTRACT))
                .singleElement()
                .asString()
                .contains("{ \"function\": \"hook\", \"keyOnly\": true }");
    }

    @Test
    void saysWhichOperationHasNoFunction() throws IOException {
        assertThat(ContractAgreement.differences(list(other("order", "timerTrigger")), CONTRACT))
                .containsExactly("contract operation order has no function");
    }

    @Test
    void refusesAPartThatIsNotAListOfFunctions() throws IOException {
        for (String part : List.of("{}", "[]", "{\"functions\": [{}]}", "{\"functions\": [7]}", "null", "{")) {
            write("one", part);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> FunctionList.read(loader("one"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("compile the app anew");
        }
    }

    @Test
    void refusesAFunctionThatIsInTwoJars() throws IOException {
        write("one", FunctionList.write(List.of(other("tick", "timerTrigger"))));
        write("two", FunctionList.write(List.of(other("tick", "timerTrigger"))));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> FunctionList.read(loader("one", "two"))))
                .hasMessageContaining("function tick is in two jars");
    }

    private static ListedFunction http(String name, String route, String... methods) {
        return new ListedFunction(name, "httpTrigger", "app.F", "f", route, List.of(methods), false);
    }

    private static ListedFunction other(String name, String kind) {
        return new ListedFunction(name, kind, "app.F", "f", "", List.of(), false);
    }

    private FunctionList list(ListedFunction... functions) throws IOException {
        write("app", FunctionList.write(List.of(functions)));
        return FunctionList.read(loader("app"));
    }

    private void write(String jar, String json) throws IOException {
        Path file = folder.resolve(jar).resolve(FunctionList.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private ClassLoader loader(String... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = folder.resolve(jars[i]).toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }

    private static Contract contract(String operations) {
        String json = """
                { "api": "api", "tokenVersions": ["2.0"], "scopes": [], "operations": [%s],
                  "roles": [{ "value": "Read", "description": "Read", "allowedMemberTypes": ["Application"] }] }
                """.formatted(operations);
        return ((ContractResult.Valid) ContractReader.read(json.getBytes(StandardCharsets.UTF_8))).contract();
    }
}
