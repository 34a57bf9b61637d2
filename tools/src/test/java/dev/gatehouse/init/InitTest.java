package dev.gatehouse.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.init.InitReport.Action;
import dev.gatehouse.input.UnreadableInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitTest {
    private static final String CONTRACT = "src/main/resources/contract/security.json";

    @TempDir
    Path folder;

    private AppOnDisk staged() {
        return AppOnDisk.in(folder)
                .compiled(AppOnDisk.CLASS)
                .staged(
                        "readOrder",
                        "app.Orders.readOrder",
                        AppOnDisk.http(", \"methods\": [\"get\"], \"route\": \"/orders/{id}\""))
                .staged("tick", "app.Orders.tick", "{ \"type\": \"timerTrigger\", \"name\": \"timer\" }")
                .staged("onEvent", "app.Orders.onEvent", "{ \"type\": \"eventGridTrigger\", \"name\": \"event\" }");
    }

    @Test
    void writesTheContractOfAStagedApp() {
        InitReport report = staged().init();

        assertThat(new AppOnDisk(folder).text(CONTRACT)).isEqualTo("""
                {
                  "$schema": "security.schema.json",
                  "api": "order-functions",
                  "tokenVersions": ["2.0"],
                  "roles": [
                    { "value": "TODO", "description": "TODO", "allowedMemberTypes": ["Application"] }
                  ],
                  "scopes": [],
                  "operations": [
                    { "function": "onEvent", "keyOnly": true },
                    { "function": "readOrder", "method": "GET", "route": "orders/{id}", "roles": ["TODO"] }
                  ]
                }
                """);
        assertThat(folder.resolve("src/main/resources/contract/security.schema.json"))
                .exists();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.build().changes()).hasSize(1);
        assertThat(report.next()).last().isEqualTo("gatehouse up --app " + folder);
    }

    @Test
    void theBuildRefusesTheContractUntilARoleIsNamed() {
        String contract = staged().init().contract().text();

        assertThat(read(contract)).isInstanceOf(ContractResult.Faulty.class);
        assertThat(read(contract.replace("TODO", "Orders.Read"))).isInstanceOf(ContractResult.Valid.class);
    }

    @Test
    void readsTheClassesOfAnAppThatIsNotStaged() {
        AppOnDisk.in(folder).compiled(AppOnDisk.CLASS.replace("    @FunctionName", """
                    @FunctionName("any")
                    public HttpResponseMessage any(@HttpTrigger(name = "request") HttpRequestMessage<String> request) { return null; }

                    @FunctionName("several")
                    public HttpResponseMessage several(
                            @HttpTrigger(name = "request", methods = {HttpMethod.POST, HttpMethod.PUT}) HttpRequestMessage<String> request) {
                        return null;
                    }

                    @FunctionName("onEvent")
                    public void onEvent(@EventGridTrigger(name = "event") String event) {}

                    @FunctionName("tick")
                    public void tick(@TimerTrigger(name = "timer", schedule = "0 * * * * *") String timer) {}

                    @FunctionName""".indent(0)
                .stripTrailing()));

        InitReport report = new AppOnDisk(folder).init();

        assertThat(report.readFrom()).isEqualTo("target/classes");
        assertThat(report.functions())
                .extracting(each -> each.name() + " " + each.trigger() + " " + each.operations())
                .containsExactlyInAnyOrder(
                        "any httpTrigger [any any]",
                        "several httpTrigger [POST several, PUT several]",
                        "onEvent eventGridTrigger []",
                        "tick timerTrigger []",
                        "readOrder httpTrigger [GET orders/{id}]");
        assertThat(report.contract().text().lines().filter(line -> line.contains("\"function\": \"any\"")))
                .hasSize(7);
    }

    @Test
    void aSecondRunChangesNothing() {
        staged().init();
        Map<String, String> files = new AppOnDisk(folder).files();

        InitReport second = new AppOnDisk(folder).init();

        assertThat(second.isUnchanged()).isTrue();
        assertThat(second.contract().isIncomplete()).isFalse();
        assertThat(second.contract().action()).isEqualTo(Action.KEPT);
        assertThat(second.build().action()).isEqualTo(Action.KEPT);
        assertThat(new AppOnDisk(folder).files()).isEqualTo(files);
    }

    @Test
    void aDryRunWritesNothing() {
        Map<String, String> files = staged().files();

        InitReport report = new AppOnDisk(folder).init(true);

        assertThat(new AppOnDisk(folder).files()).isEqualTo(files);
        assertThat(report.contract().action()).isEqualTo(Action.WRITTEN);
        assertThat(report.contract().text()).contains("readOrder");
    }

    static Stream<Arguments> contracts() {
        String all = """
                { "api": "a", "tokenVersions": ["2.0"], "scopes": [],
                  "roles": [ { "value": "R", "description": "r", "allowedMemberTypes": ["Application"] } ],
                  "operations": [
                    { "function": "onEvent", "keyOnly": true },
                    { "function": "readOrder", "method": "GET", "route": "orders/{id}", "roles": ["R"] } ] }
                """;
        return Stream.of(
                Arguments.of(all, List.of(), List.of()),
                Arguments.of(all.replace("\"R\"", "\"TODO\""), List.of(), List.of()),
                Arguments.of(
                        all.replace(
                                "\"function\": \"onEvent\", \"keyOnly\": true",
                                "\"function\": \"other\", \"keyOnly\": true"),
                        List.of("{ \"function\": \"onEvent\", \"keyOnly\": true }"),
                        List.of()),
                Arguments.of(
                        all.replace("\"GET\"", "\"POST\""),
                        List.of(
                                "{ \"function\": \"readOrder\", \"method\": \"GET\", \"route\": \"orders/{id}\", \"roles\": [\"TODO\"] }"),
                        List.of()),
                Arguments.of(
                        all.replace("orders/{id}", "order/{id}"),
                        List.of(),
                        List.of(
                                "function readOrder (app.Orders.readOrder) has the route orders/{id}, the contract says order/{id}")),
                Arguments.of(
                        all.replace(
                                "\"operations\": [",
                                "\"operations\": [ { \"function\": \"gone\", \"method\": \"GET\", \"route\": \"x\", \"public\": true },"),
                        List.of(),
                        List.of("contract operation gone has no function")),
                Arguments.of(
                        all.replace("\"roles\": [\"R\"]", "\"roles\": [\"S\"]"),
                        List.of(),
                        List.of("/operations/1/roles/0: S is not declared; declared are R")));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void comparesAContractThatExists(String contract, List<String> missing, List<String> differences) {
        staged().with(CONTRACT, contract);

        InitReport report = new AppOnDisk(folder).init();

        assertThat(report.contract().missing()).isEqualTo(missing);
        assertThat(report.contract().differences()).isEqualTo(differences);
        assertThat(new AppOnDisk(folder).text(CONTRACT)).isEqualTo(contract);
    }

    @Test
    void takesTheContractWhereTheCompilerIsToldThatItIs() {
        staged().with(
                        "pom.xml",
                        AppOnDisk.POM.replace(
                                "<dependencies>",
                                "<x><arg>-Agatehouse.contract=${project.basedir}/security/c.json</arg></x><dependencies>"));

        assertThat(new AppOnDisk(folder).init().contract().file()).isEqualTo("security/c.json");
    }

    @Test
    void namesWhatTheBuildWillRefuseInItsOwnDraft() {
        staged().staged(
                        "orderLib",
                        "app.Orders.readOrder",
                        AppOnDisk.http(", \"methods\": [\"GET\"], \"route\": \"a b\""));

        assertThat(new AppOnDisk(folder).init().contract().differences())
                .anyMatch(each -> each.contains("/function: must be the name of a function, and not end in \"lib\""))
                .anyMatch(each -> each.contains("/route: must be segments"));
    }

    @Test
    void warnsOfFunctionsThatNoProcessorSees() throws Exception {
        staged().staged("library", "com.other.Adapter.run", AppOnDisk.http(""))
                .compiled(AppOnDisk.CLASS.replace("Orders", "Hello").replace("readOrder", "hello"))
                .staged("hello", "app.Hello.hello", AppOnDisk.http(", \"methods\": [\"GET\"]"));
        Path file = folder.resolve("target/classes/app/Hello.class");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("\nHello.java", "\bHello.kt"), StandardCharsets.ISO_8859_1);

        InitReport report = new AppOnDisk(folder).init();

        assertThat(report.warnings())
                .anyMatch(each ->
                        each.contains("function library (com.other.Adapter.run) is not a method with @FunctionName"))
                .anyMatch(each -> each.contains("function hello (app.Hello.hello) is written in Kotlin"))
                .hasSize(2);
        assertThat(report.contract().text().lines().filter(line -> line.contains("\"explicit\": true")))
                .allMatch(line -> line.contains("\"library\"") || line.contains("\"hello\""))
                .anyMatch(line -> line.contains("\"hello\""));
    }

    @Test
    void warnsOfWhatTheAppBrings() throws Exception {
        staged().compiled(List.of("--release", "11"), AppOnDisk.CLASS)
                .with(
                        "pom.xml",
                        AppOnDisk.POM.replace(
                                "<dependencies>",
                                "<properties><java.version>11</java.version></properties>\n<dependencies>"));
        Path lib = Files.createDirectories(folder.resolve("target/azure-functions/orders/lib"));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(lib.resolve("spring.jar")))) {
            jar.putNextEntry(new ZipEntry(
                    "META-INF/services/com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector"));
            jar.write("# Spring's\norg.spring.Injector\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.createFile(lib.resolve("readme.txt"));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(lib.resolve("jackson-core-2.12.3.jar")))) {
            jar.putNextEntry(new ZipEntry("x"));
        }

        assertThat(new AppOnDisk(folder).init().warnings())
                .anyMatch(each -> each.contains("the app has an injector, org.spring.Injector,"))
                .anyMatch(each -> each.contains("the app brings jackson-core-2.12.3.jar"))
                .anyMatch(each -> each.contains("compiled for Java 11")
                        && each.contains("line 3, <java.version>11</java.version>"))
                .hasSize(3);
    }

    @Test
    void doesNotWarnOfAnInjectorThatTheBuildLeavesToTheApp() {
        AppOnDisk app = staged().with(
                        "target/classes/META-INF/services/com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector",
                        "app.Own");

        assertThat(app.init(true).warnings()).singleElement().asString().contains("an injector, app.Own,");

        app.with("pom.xml", AppOnDisk.POM.replace("<dependencies>", "<x>-Agatehouse.injector=own</x><dependencies>"));
        assertThat(app.init(true).warnings()).isEmpty();
    }

    @Test
    void warnsOfAFunctionThatCannotBeGuarded() {
        staged().compiled(AppOnDisk.CLASS.replace("public HttpResponseMessage", "public static HttpResponseMessage"));

        assertThat(new AppOnDisk(folder).init().warnings())
                .singleElement()
                .asString()
                .startsWith("function readOrder (app.Orders.readOrder) cannot be guarded: the method is static");
    }

    @Test
    void writesNothingForAnAppWithoutHttp() {
        AppOnDisk app = AppOnDisk.in(folder).staged("tick", "app.Orders.tick", "{ \"type\": \"timerTrigger\" }");
        Map<String, String> files = app.files();

        InitReport report = app.init();

        assertThat(report.contract().action()).isEqualTo(Action.NOT_NEEDED);
        assertThat(report.next()).isEmpty();
        assertThat(app.files()).isEqualTo(files);
    }

    @Test
    void printsTheLinesForGradle() throws Exception {
        AppOnDisk app = staged();
        Files.delete(folder.resolve("pom.xml"));
        Files.move(folder.resolve("target"), folder.resolve("build"));
        app.with("build.gradle", "plugins { id 'com.microsoft.azure.azurefunctions' }");

        InitReport report = app.init();

        assertThat(report.build().action()).isEqualTo(Action.BY_HAND);
        assertThat(report.build().byHand())
                .last()
                .asString()
                .contains("annotationProcessor(\"dev.gatehouse:gatehouse-functions:1.2.3\")");
        assertThat(app.text("build.gradle")).isEqualTo("plugins { id 'com.microsoft.azure.azurefunctions' }");
        assertThat(report.contract().action()).isEqualTo(Action.WRITTEN);
    }

    @Test
    void findsTheOneAppBelow() {
        AppOnDisk.in(folder)
                .with("pom.xml", AppOnDisk.POM.replace("<dependencies>", "<packaging>pom</packaging><dependencies>"));
        AppOnDisk.in(folder.resolve("orders")).compiled(AppOnDisk.CLASS);

        assertThat(new AppOnDisk(folder).init().app())
                .isEqualTo(folder.resolve("orders").toString());

        AppOnDisk.in(folder.resolve("carts")).compiled(AppOnDisk.CLASS);
        assertThatThrownBy(() -> new AppOnDisk(folder).init())
                .isInstanceOf(UnreadableInput.class)
                .hasMessageContainingAll(
                        "there are several apps below",
                        folder.resolve("carts").toString(),
                        folder.resolve("orders").toString());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(Map.of(), "no Azure Functions app was found in"),
                Arguments.of(Map.of("pom.xml", "<project/>"), "does not build an Azure Functions app in Java"),
                Arguments.of(
                        Map.of("build.gradle", "plugins { id 'java' }"),
                        "does not build an Azure Functions app in Java"),
                Arguments.of(
                        Map.of("pom.xml", AppOnDisk.POM),
                        "is built yet, so its functions are not known: run mvn clean package there"),
                Arguments.of(Map.of("pom.xml", AppOnDisk.POM, "mvnw", ""), "run ./mvnw clean package there"),
                Arguments.of(
                        Map.of(
                                "pom.xml",
                                AppOnDisk.POM,
                                "target/azure-functions/a/f/function.json",
                                "{\n\"bindings\": [}"),
                        "target/azure-functions/a/f/function.json, line 2: is not JSON"),
                Arguments.of(
                        Map.of(
                                "pom.xml",
                                AppOnDisk.POM,
                                "target/azure-functions/a/f/function.json",
                                "{ \"bindings\": [] }"),
                        "target/azure-functions/a/f/function.json: expected \"entryPoint\""),
                Arguments.of(
                        Map.of("pom.xml", AppOnDisk.POM, "target/classes/A.class", "no class file"),
                        "A.class is not a class file that can be read"),
                Arguments.of(
                        Map.of(
                                "pom.xml",
                                AppOnDisk.POM,
                                "target/azure-functions/a/f/function.json",
                                "{ \"entryPoint\": \"a.B.c\", \"bindings\": [{ \"type\": \"httpTrigger\" }] }",
                                CONTRACT,
                                "{\n{"),
                        CONTRACT + ", line 2: is not JSON"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysWhatIsWrong(Map<String, String> files, String message) {
        AppOnDisk app = new AppOnDisk(folder);
        files.forEach(app::with);

        assertThatThrownBy(app::init).isInstanceOf(UnreadableInput.class).hasMessageContaining(message);
        assertThat(files).containsAllEntriesOf(app.files());
    }

    @Test
    void saysThatTheFolderIsMissing() throws Exception {
        assertThatThrownBy(() -> new AppOnDisk(folder.resolve("none")).init()).hasMessageContaining("was not found");
        assertThatThrownBy(() -> new AppOnDisk(Files.createFile(folder.resolve("file"))).init())
                .hasMessageContaining("is a file");
    }

    @ParameterizedTest
    @CsvSource({
        "orders, orders",
        "My.Order_Functions, my-order-functions",
        "2go, go",
        "-a-, a",
        "東京, api",
        "'', api",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    })
    void namesTheApiAsTheContractAcceptsIt(String artifact, String api) {
        assertThat(ContractPlan.name(artifact)).isEqualTo(api).matches("[a-z][a-z0-9-]{0,63}");
    }

    private static ContractResult read(String contract) {
        return ContractReader.read(contract.getBytes(StandardCharsets.UTF_8));
    }
}
