package dev.gatehouse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.functions.FunctionList;
import dev.gatehouse.functions.Guarded;
import dev.gatehouse.functions.ListedFunction;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor writes for common functions, and its errors for functions that it cannot guard. */
class GuardProcessorTest {
    private static final String CONTRACT = """
            {
              "api": "orders",
              "tokenVersions": ["2.0"],
              "roles": [{ "value": "Orders.Read", "description": "Read", "allowedMemberTypes": ["Application"] }],
              "scopes": [],
              "operations": [
                { "function": "readOrder", "method": "GET", "route": "orders/{id}", "roles": ["Orders.Read"] }
              ]
            }
            """;

    /** One function that is guarded; each test changes it in one place. */
    private static final String ORDERS = """
            package app;

            import com.microsoft.azure.functions.*;
            import com.microsoft.azure.functions.annotation.*;
            import java.io.IOException;
            import java.util.Optional;

            public class Orders {
                @FunctionName("readOrder")
                public HttpResponseMessage readOrder(
                        @HttpTrigger(name = "request", methods = {HttpMethod.GET}, route = "orders/{id}", authLevel = AuthorizationLevel.FUNCTION)
                        HttpRequestMessage<Optional<String>> request,
                        @BindingName("id") String id,
                        ExecutionContext context) throws IOException {
                    return request.createResponseBuilder(HttpStatus.OK).body(id).build();
                }
            }
            """;

    @TempDir
    Path folder;

    private Path contract;

    @BeforeEach
    void writeContract() throws IOException {
        contract = Files.writeString(folder.resolve("security.json"), CONTRACT);
    }

    @Test
    void guardsTheFunctionByAnOverride() throws Exception {
        ProcessorRun compiled = compile(ORDERS);

        assertThat(compiled.errors()).isEmpty();
        Class<?> orders = compiled.loader().loadClass("app.Orders");
        Class<?> guarded = Guarded.classOf(orders);
        assertThat(guarded.getName()).isEqualTo("app.Orders_Guarded");
        Method override = List.of(guarded.getDeclaredMethods()).get(0);
        assertThat(override.getName()).isEqualTo("readOrder");
        assertThat(override.getExceptionTypes()).containsExactly(IOException.class);
    }

    @Test
    void listsEveryFunctionAndRegistersTheInjector() throws Exception {
        ProcessorRun compiled = compile(ORDERS.replace("}\n}", """
                }

                    @FunctionName("tick")
                    public void tick(@TimerTrigger(name = "timer", schedule = "0 * * * * *") String timer) {}
                }"""));

        assertThat(compiled.errors()).isEmpty();
        FunctionList list = FunctionList.read(compiled.loader());
        assertThat(list.all())
                .containsExactly(
                        new ListedFunction(
                                "readOrder",
                                "httpTrigger",
                                "app.Orders",
                                "readOrder",
                                "orders/{id}",
                                List.of("GET"),
                                false),
                        new ListedFunction("tick", "timerTrigger", "app.Orders", "tick", "", List.of(), false));
        assertThat(compiled.text("META-INF/services/com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector"))
                .isEqualTo("dev.gatehouse.generated.GuardedInjector\n");
    }

    @Test
    void leavesTheServiceFileToAnAppWithItsOwnInjector() {
        ProcessorRun compiled = compile(ORDERS, "-Agatehouse.injector=own");

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.classes().resolve("META-INF/services")).doesNotExist();
    }

    @Test
    void neverOverwritesTheInjectorThatTheAppHas() throws IOException {
        assertThat(compile(ORDERS).errors()).isEmpty();
        assertThat(compile(ORDERS).errors()).isEmpty(); // again, with the output of the first compilation
        Path service = Files.createDirectories(folder.resolve("classes/META-INF/services"))
                .resolve("com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector");
        Files.writeString(service, "# ours\napp.OurInjector\n");

        assertThat(compile(ORDERS).errors())
                .singleElement()
                .asString()
                .contains("the app has an injector already, app.OurInjector")
                .contains("-Agatehouse.injector=own");
        assertThat(compile(ORDERS, "-Agatehouse.injector=own").errors()).isEmpty();
        assertThat(service).hasContent("# ours\napp.OurInjector\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    static method      | public HttpResponseMessage readOrder       | public static HttpResponseMessage readOrder                  | the method is static
                    final method       | public HttpResponseMessage readOrder       | public final HttpResponseMessage readOrder                   | the method is final
                    hidden method      | public HttpResponseMessage readOrder       | protected HttpResponseMessage readOrder                      | the method is not public
                    generic method     | public HttpResponseMessage readOrder       | public <T> HttpResponseMessage readOrder                     | the method is generic
                    overloaded         | public class Orders {                      | public class Orders { public void readOrder() {}             | another method of this name
                    abstract class     | public class Orders                        | public abstract class Orders                                 | its class is abstract
                    final class        | public class Orders                        | public final class Orders                                    | its class is final
                    generic class      | public class Orders                        | public class Orders<T>                                       | its class is generic
                    private maker      | public class Orders {                      | public class Orders { private Orders() {}                    | only private constructors
                    nested class       | public class Orders {                      | public class Orders { public static class In {               | its class is nested
                    private type       | HttpRequestMessage<Optional<String>> request, | HttpRequestMessage<Optional<Secret[]>> request,           | a type of its parameters is private
                    other return type  | public HttpResponseMessage readOrder       | public Object readOrder                                      | does not return exactly HttpResponseMessage
                    output             | ExecutionContext context)                  | ExecutionContext context, @HttpOutput(name = "answer") OutputBinding<String> answer) | answers through @HttpOutput
                    body alone         | HttpRequestMessage<Optional<String>> request, | HttpRequestMessage<Optional<String>>[] request,           | does not take one HttpRequestMessage
                    custom binding     | @HttpTrigger(name = "request", methods = {HttpMethod.GET}, route = "orders/{id}", authLevel = AuthorizationLevel.FUNCTION) | @CustomBinding(name = "request", type = "httpTrigger", direction = "in") | not declared with @HttpTrigger
                    """)
    void refusesWhatCannotBeGuarded(String kind, String good, String changed, String cause) {
        String source = ORDERS.replace(good, changed) + (kind.equals("nested class") ? "}" : "");
        if (kind.equals("body alone")) {
            source = source.replace("request.createResponseBuilder", "request[0].createResponseBuilder");
        }
        if (kind.equals("private type")) {
            source = source.replace("public class Orders {", "public class Orders { private static class Secret {}");
        }

        ProcessorRun compiled = compile(source);

        assertThat(compiled.errors())
                .filteredOn(error -> error.contains("Gatehouse"))
                .first()
                .asString()
                .contains("function readOrder (app.Orders")
                .contains(cause)
                .contains("To fix it, ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    unknown function  | FunctionName("readOrder") | FunctionName("showOrder") | function showOrder (app.Orders.readOrder) is not in the contract
                    other route       | orders/{id}               | order/{id}                | has the route order/{id}, the contract says orders/{id}
                    other method      | {HttpMethod.GET}          | {HttpMethod.PUT}          | answers PUT, the contract says GET
                    method more       | {HttpMethod.GET}          | {HttpMethod.GET, HttpMethod.PUT} | answers PUT, which is not in the contract
                    hides lib         | FunctionName("readOrder") | FunctionName("readLib")   | has a name that ends in "lib"
                    """)
    void comparesWithTheContract(String kind, String good, String changed, String expected) {
        ProcessorRun compiled = compile(ORDERS.replace(good, changed));

        assertThat(compiled.errors()).anyMatch(error -> error.contains(expected));
        assertThat(compiled.classes().resolve(FunctionList.RESOURCE)).doesNotExist();
    }

    @Test
    void refusesTwoFunctionsOfOneNameWhateverTheirCase() {
        ProcessorRun compiled = compile(ORDERS.replace("}\n}", """
                }

                    @FunctionName("READORDER")
                    public void tick(@TimerTrigger(name = "timer", schedule = "0 * * * * *") String timer) {}
                }"""));

        assertThat(compiled.errors()).anyMatch(error -> error.contains("has the name of app.Orders.readOrder"));
    }

    @Test
    void takesWhatCallsTheGuardItself() throws Exception {
        ProcessorRun compiled = compile(ORDERS.replace(
                        "@FunctionName", "@dev.gatehouse.functions.GuardedExplicitly @FunctionName")
                .replace("public HttpResponseMessage readOrder", "public static HttpResponseMessage readOrder"));

        assertThat(compiled.errors()).isEmpty();
        assertThat(FunctionList.read(compiled.loader()).all().get(0).isExplicit())
                .isTrue();
        assertThat(compiled.classes().resolve("app/Orders_Guarded.class")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"void", "String", "Object"})
    void advisesNoExplicitGuardWhereThatDoesNotHelp(String type) {
        ProcessorRun compiled =
                compile(ORDERS.replace("public HttpResponseMessage readOrder", "public " + type + " readOrder"));

        assertThat(compiled.errors())
                .filteredOn(error -> error.contains("does not return exactly HttpResponseMessage"))
                .hasSize(1)
                .noneMatch(error -> error.contains("@GuardedExplicitly"));
    }

    @Test
    void takesSignaturesAsAppsWriteThem() {
        ProcessorRun compiled = compile(ORDERS.replace("package app;", "package app;\nimport java.util.*;")
                .replace("public class Orders {", """
                        public class Orders {
                            static class Item {}
                            public interface Cart { class Item {} }
                            public synchronized void touch() {}
                        """)
                .replace("@BindingName(\"id\") String id,", """
                        @BindingName("order-id") @Deprecated final String id,
                        @QueueOutput(name = "queue", queueName = "queue", connection = "storage") OutputBinding<List<Item>> queue,
                        @CosmosDBInput(name = "known", databaseName = "d", containerName = "c", connection = "x") Map.Entry<String, ? super Cart.Item>[] known,
                        @BlobInput(name = "blob", path = "x", connection = "storage") byte[][] blob,
                        int count,
                        """));

        assertThat(compiled.errors()).isEmpty();
    }

    @Test
    void takesMethodsThatOverloadThoseOfObject() throws Exception {
        ProcessorRun compiled = compile(ORDERS.replace("HttpResponseMessage readOrder", "HttpResponseMessage notify"));

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.loader()
                        .loadClass("app.Orders_Guarded")
                        .getDeclaredMethods()[0]
                        .getName())
                .isEqualTo("notify");
    }

    @Test
    void takesClassesInTheDefaultPackageAndSubclassesOfOthers() {
        ProcessorRun compiled = ProcessorRun.of(
                folder,
                Map.of(
                        "Orders.java",
                        ORDERS.replace("package app;", "")
                                .replace("class Orders {", "class Orders extends Base<String> {"),
                        "Base.java",
                        "public abstract class Base<T> { protected T handle(T value) { return value; } }"),
                "-Agatehouse.contract=" + contract);

        assertThat(compiled.errors()).isEmpty();
    }

    @Test
    void makesTheMethodsOfOneClassAndOneRouteOperationsEach() throws IOException {
        Files.writeString(
                contract,
                CONTRACT.replace(
                        "] }\n  ]",
                        "] },\n    { \"function\": \"putOrder\", \"method\": \"PUT\", \"route\": \"orders/{id}\", \"roles\": [\"Orders.Read\"] }\n  ]"));
        ProcessorRun compiled = compile(ORDERS.replace("}\n}", """
                }

                    @FunctionName("putOrder")
                    public HttpResponseMessage put(
                            @HttpTrigger(name = "request", methods = {HttpMethod.PUT}, route = "/orders/{id}/")
                            HttpRequestMessage<Orders> request) {
                        return request.createResponseBuilder(HttpStatus.OK).build();
                    }
                }"""));

        assertThat(compiled.errors()).isEmpty();
    }

    @Test
    void keepsConstructorsWithTheirAnnotationsAndVisibility() throws Exception {
        ProcessorRun compiled = compile(ORDERS.replace("public class Orders {", """
                public class Orders {
                    private final java.util.List<? extends Number> numbers;

                    @Deprecated
                    Orders(@SuppressWarnings("unused") java.util.List<? extends Number> numbers, int... more) throws IOException {
                        this.numbers = numbers;
                    }
                """));

        assertThat(compiled.errors()).isEmpty();
        Class<?> guarded = compiled.loader().loadClass("app.Orders_Guarded");
        assertThat(guarded.getDeclaredConstructor(List.class, int[].class).isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(guarded.getConstructors()).isEmpty();
    }

    @Test
    void takesFunctionsWithoutContextAndWithNamesThatItWouldUseItself() {
        ProcessorRun compiled =
                compile(ORDERS.replace("@BindingName(\"id\") String id,", "@BindingName(\"id\") String thrown,")
                        .replace("ExecutionContext context)", "@BindingName(\"other\") String guardedCall)")
                        .replace("body(id)", "body(thrown)"));

        assertThat(compiled.errors()).isEmpty();
    }

    @Test
    void demandsThatASystemKeysDoorIsMeant() throws IOException {
        String grid = ORDERS.replace("}\n}", """
                }

                    @FunctionName("onEvent")
                    public void onEvent(@EventGridTrigger(name = "event") String event) {}
                }""");
        assertThat(compile(grid).errors())
                .anyMatch(error ->
                        error.contains("function onEvent (app.Orders.onEvent) is reachable over HTTP by a system key"));

        Files.writeString(
                contract,
                CONTRACT.replace("] }\n  ]", "] },\n    { \"function\": \"onEvent\", \"keyOnly\": true }\n  ]"));
        assertThat(compile(grid).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"roles\": [\"Orders.Read\"] | \"roles\": [\"Orders.Raed\"] | /operations/0/roles/0: Orders.Raed is not declared",
                "[\"Application\"] | [\"User\"] | /operations/0/roles: admits no caller: expected a role that applications can hold",
            })
    void saysWhereAFaultyContractIsFaulty(String what, String by, String expected) throws IOException {
        Files.writeString(contract, CONTRACT.replace(what, by));

        assertThat(compile(ORDERS).errors()).anyMatch(error -> error.contains(expected));
    }

    @Test
    void writesADraftWhereThereIsNoContract() throws IOException {
        String orders = ORDERS.replace("}\n}", """
                }

                    @FunctionName("onEvent")
                    public void onEvent(@EventGridTrigger(name = "event") String event) {}
                }""");
        ProcessorRun compiled = ProcessorRun.of(folder, Map.of("app/Orders.java", orders));

        assertThat(compiled.errors())
                .anyMatch(error -> error.contains(
                        "the contract was not found: src/main/resources/contract/security.json says who may call which function."
                                + " Begin with a copy of"));
        Path draft =
                compiled.classes().resolve(GuardProcessor.DRAFT); // because this compilation has no folder for sources
        assertThat(Files.readString(draft))
                .contains("\"route\": \"orders/{id}\"")
                .contains("\"keyOnly\": true");
        Files.copy(draft, contract, StandardCopyOption.REPLACE_EXISTING);
        assertThat(compile(orders).errors())
                .anyMatch(error -> error.contains("replace it with the role that callers of GET readOrder need"));
        Files.writeString(contract, Files.readString(draft).replace("TODO", "Orders.Read"));
        assertThat(compile(orders).errors()).isEmpty();
    }

    @Test
    void saysNothingOfAnAppWithoutFunctions() {
        ProcessorRun compiled = ProcessorRun.of(folder, Map.of("app/Plain.java", "package app; public class Plain {}"));

        assertThat(compiled.diagnostics()).isEmpty();
    }

    @Test
    void recommendsPackagePrivateConstructors() {
        assertThat(compile(ORDERS).messages(Diagnostic.Kind.NOTE))
                .anyMatch(note -> note.contains("make the constructor of Orders package-private"));
        assertThat(compile(ORDERS.replace("public class Orders {", "public class Orders { Orders() {}"))
                        .messages(Diagnostic.Kind.NOTE))
                .isEmpty();
    }

    private ProcessorRun compile(String source, String... options) {
        List<String> all = new java.util.ArrayList<>(List.of(options));
        all.add("-Agatehouse.contract=" + contract);
        return ProcessorRun.of(folder, Map.of("app/Orders.java", source), all.toArray(String[]::new));
    }
}
