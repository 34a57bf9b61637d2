package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.host.FunctionHost;
import dev.gatehouse.chain.host.HostKeys;
import dev.gatehouse.chain.host.HostLaunch;
import dev.gatehouse.chain.host.RunningHost;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.fixtures.ExpectedVerdict;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What would be uploaded to Azure: what is in it, and that every function of it is guarded. */
class StagedAppIT {
    private static final Path STAGED = Path.of("src/target/azure-functions/gatehouse");
    private static final Set<String> LIBRARIES = Set.of(
            "azure-functions-java-library",
            "azure-functions-java-spi", // the worker's own comes first
            "gatehouse-functions",
            "gatehouse-guard",
            "conscrypt-openjdk-uber", // native RSA for five systems: docs/decisions/0008
            "jackson-core",
            "jackson-jr-objects");

    /** What only an app with calls onward has. */
    private static final Set<String> ONWARD = Set.of(
            "gatehouse-onward",
            "msal4j",
            "msal4j-persistence-extension",
            "azure-identity",
            "azure-core",
            "azure-core-http-jdk-httpclient",
            "azure-data-tables",
            "azure-json",
            "azure-xml",
            "reactor-core",
            "reactive-streams",
            "jackson-databind",
            "jackson-annotations",
            "jackson-datatype-jsr310",
            "slf4j-api",
            "slf4j-nop");

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void holdsTheLibrariesOfTheAppAndNoOthers() throws IOException {
        try (Stream<Path> jars = Files.list(STAGED.resolve("lib"))) {
            assertThat(jars.map(StagedAppIT::artifact))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(LIBRARIES.stream(), ONWARD.stream()).toList());
        }
    }

    @Test
    void isNotLargerThan12MegabytesAnd8ForCallsOnward() throws IOException {
        assertThat(size(file -> !ONWARD.contains(artifact(file)))).isLessThanOrEqualTo(12 * MEGABYTE);
        assertThat(size(file -> ONWARD.contains(artifact(file)))).isLessThanOrEqualTo(8 * MEGABYTE);
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    private static long size(Predicate<Path> counted) throws IOException {
        try (Stream<Path> files = Files.walk(STAGED)) {
            return files.filter(Files::isRegularFile)
                    .filter(counted)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void holdsTheContractInTheAppsOwnJarAndTheGuardInItsLibrary() throws IOException {
        assertThat(entries(STAGED, "gatehouse-sample-"))
                .contains("contract/security.json")
                .noneMatch(name -> name.startsWith("dev/gatehouse/middleware"));
        assertThat(entries(STAGED.resolve("lib"), "gatehouse-guard-"))
                .contains("dev/gatehouse/middleware/Guard.class")
                .noneMatch(name -> name.startsWith("contract/"));
    }

    @Test
    void declaresExactlyTheContractsOperations() throws IOException {
        Contract contract = ((ContractResult.Valid) ContractReader.readOwn()).contract();
        Set<String> declared = contract.operations().stream()
                .map(operation -> operation.function() + " " + operation.method() + " " + operation.route() + " "
                        + (operation.isPublic() ? "ANONYMOUS" : "FUNCTION"))
                .collect(Collectors.toSet());

        assertThat(functions().map(StagedAppIT::described)).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyFunctionRefusesACallWithoutATokenUnlessTheContractOpensIt() throws IOException {
        Contract contract = ((ContractResult.Valid) ContractReader.readOwn()).contract();
        try (RunningChain running = RunningChain.shared(Snapshots.read(Snapshots.MAIN))) {
            for (Path function : functions().toList()) {
                boolean open = contract.operation(function.getFileName().toString())
                        .orElseThrow()
                        .isPublic();
                assertThat(ExpectedVerdict.of(running.atHost(call(function))))
                        .as("%s", function)
                        .isEqualTo(
                                open
                                        ? new ExpectedVerdict(200, Layer.FUNCTION, "")
                                        : new ExpectedVerdict(401, Layer.GUARD, "token-missing"));
            }
        }
    }

    @Test
    void withoutSettingsEveryFunctionAnswers503AndTheLogListsEveryFaultOnce() throws Exception {
        List<String> log = new CopyOnWriteArrayList<>();
        HostKeys keys = HostKeys.random(Set.of("test"));
        HostLaunch launch = new HostLaunch(
                STAGED.toAbsolutePath(),
                Map.of("GATEHOUSE_TENANT_IDS", "d5dfkae9-4f54-4a3c-8f1e-2b6c3d4e5f60"),
                keys,
                List.of());
        try (RunningHost host = FunctionHost.start(launch, log::add)) {
            Forwarder forwarder = new Forwarder(SSLContext.getDefault(), Duration.ofSeconds(30));
            for (Path function : functions().toList()) {
                Request call =
                        call(function).with("x-functions-key", keys.host().get("test"));
                Response response =
                        forwarder.forward(call.withTarget("/api" + call.target()), "http://127.0.0.1:" + host.port());
                assertThat(response.status()).as("%s", function).isEqualTo(503);
                assertThat(response.bodyText()).contains("urn:gatehouse:problem:misconfigured");
            }
        }
        assertThat(log.stream().filter(line -> line.contains("every call is refused with 503")))
                .singleElement()
                .asString()
                .contains("GATEHOUSE_LOGIN_ENDPOINT is missing")
                .contains("GATEHOUSE_TENANT_IDS is no GUID: 36 characters, the first wrong one 'k' at place 5")
                .contains("GATEHOUSE_API_CLIENT_ID is missing")
                .contains("GATEHOUSE_ALLOWED_CLIENTS is missing")
                .contains("GATEHOUSE_ALLOWED_PRINCIPALS is missing");
    }

    private static List<String> entries(Path folder, String jarName) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith(jarName))
                    .findFirst()
                    .orElseThrow();
            try (JarFile jar = new JarFile(file.toFile())) {
                return jar.stream().map(entry -> entry.getName()).toList();
            }
        }
    }

    private static Request call(Path function) throws IOException {
        JsonNode trigger = trigger(function);
        String path = "/" + trigger.get("route").asText().replaceAll("\\{[^}]*}", "1");
        return trigger.at("/methods/0").asText().equals("POST")
                ? Request.post(path, "application/json", "{}")
                : Request.get(path);
    }

    private static String described(Path function) {
        try {
            JsonNode trigger = trigger(function);
            return function.getFileName() + " " + trigger.at("/methods/0").asText() + " "
                    + trigger.get("route").asText() + " "
                    + trigger.get("authLevel").asText();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonNode trigger(Path function) throws IOException {
        return new ObjectMapper()
                .readTree(function.resolve("function.json").toFile())
                .at("/bindings/0");
    }

    private static Stream<Path> functions() throws IOException {
        try (Stream<Path> folders = Files.list(STAGED)) {
            return folders.filter(folder -> Files.exists(folder.resolve("function.json"))).toList().stream();
        }
    }
}
