package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.host.fixture.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core Tools, with a program in func's place that behaves as they were seen to. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class CoreToolsTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "traceparent: 00-" + TRACE + "-b7ad6b7169203331-01";

    @TempDir
    Path folder;

    Path app;
    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeEach
    void stage() throws IOException {
        app = Files.createDirectory(folder.resolve("an app"));
        StagedFixture.bare(app, List.of())
                .function("keyed", Plain.class, "count", "{'authLevel': 'FUNCTION'}")
                .function("open", Plain.class, "count", "{'authLevel': 'ANONYMOUS'}");
        FakeFunc.install(folder);
    }

    @Test
    void saysHowToGetFuncWhenItIsMissing() {
        assertThatThrownBy(() -> start(Map.of("PATH", app.toString())))
                .isInstanceOf(HostStartException.class)
                .hasMessageContaining("npm i -g azure-functions-core-tools@4")
                .hasMessageContaining("https://aka.ms/azfunc-install");
    }

    @ParameterizedTest
    @CsvSource({
        "4.0.6820 , 'func 4.0.6820 is too old: before 4.0.6821 it asks for no function key'",
        "3.0.9999 , 'func 3.0.9999 is too old'",
        "4        , 'func --version did not say a version: 4'",
        "no worker, 'func --version did not say a version: no worker'",
    })
    void refusesAVersionThatAsksForNoKeys(String version, String message) throws IOException {
        Files.writeString(folder.resolve("version.txt"), version);
        assertThatThrownBy(this::start).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"4.0.6821, true", "4.13.9, true", "4.14.0, false", "5.0.1-preview1, false"})
    void warnsOfAVersionThatListensOnEveryAddress(String version, boolean warns) throws IOException {
        Files.writeString(folder.resolve("version.txt"), version);
        try (RunningHost host = start()) {
            assertThat(host.notes().stream().anyMatch(note -> note.contains("listens on every address")))
                    .isEqualTo(warns);
        }
    }

    @Test
    void startsFuncOnACopyWithItsOwnKeys() {
        start().close();
        assertThat(log)
                .anyMatch(
                        line -> line.startsWith("the keys are {\"masterKey\":{\"name\":\"master\",\"value\":\"***\""));
        assertThat(log).noneMatch(line -> line.contains("OfTheTests"));
        assertThat(app.resolve("local.settings.json")).doesNotExist();
    }

    @Test
    void inheritsNoVariableThatDecides() {
        Map<String, String> environment = Map.ofEntries(
                Map.entry("PATH", folder.toString()),
                Map.entry("HOME", folder.toString()),
                Map.entry("GATEHOUSE_AUDIENCE", "api://x"),
                Map.entry("CI", "true"),
                Map.entry("CONTAINER_NAME", "x"),
                Map.entry("AzureWebJobsStorage", "x"),
                Map.entry("FUNCTIONS_EXTENSION_VERSION", "~3"),
                Map.entry("JAVA_OPTS", "-Xmx1m"));
        start(environment).close();
        assertThat(log)
                .contains("variables [FUNCTIONS_CORE_TOOLS_TELEMETRY_OPTOUT, FUNCTIONS_WORKER_RUNTIME, HOME, JAVA_HOME,"
                        + " LC_CTYPE, PATH, PWD, TEMP, TMP, TMPDIR]");
    }

    @Test
    void refusesAJavaHomeWithoutJava() {
        assertThatThrownBy(() -> start(Map.of("PATH", folder.toString(), "JAVA_HOME", app.toString())))
                .hasMessageContaining("JAVA_HOME is " + app + ", which has no bin/java");
    }

    @Test
    void leavesTheBundleOutForHttpTriggersOnly() throws IOException {
        Files.writeString(app.resolve("host.json"), "{\"version\":\"2.0\",\"extensionBundle\":{\"id\":\"x\"}}");
        try (RunningHost host = start()) {
            assertThat(host.notes())
                    .anyMatch(note -> note.startsWith("func runs without the extensionBundle of host.json"));
        }
        assertThat(app.resolve("host.json")).content().contains("extensionBundle");
    }

    @Test
    void keepsTheBundleForOtherTriggersAndExplainsTheFailure() throws IOException {
        Files.writeString(app.resolve("host.json"), "{\"version\":\"2.0\",\"extensionBundle\":{\"id\":\"x\"}}");
        new StagedFixture(app).function("tick", Plain.class, "tick", "{'type': 'timerTrigger', 'name': 'timer'}");
        assertThatThrownBy(this::start)
                .hasMessageContaining("which the app needs for timerTrigger: without a network it cannot start")
                .hasMessageContaining("Unable to download the extension bundle");
    }

    /** It answers the ping all the same. */
    @Test
    void isNotReadyWhileTheHostHasAnError() {
        assertThatThrownBy(() ->
                        CoreTools.start(launch(Map.of("MODE", "broken")), Map.of("PATH", folder.toString()), log::add))
                .hasMessageContaining("func is not running: Error [\"no extension\"]");
    }

    @Test
    void showsWhatFuncSaidWhenItEnds() throws IOException {
        Path func = Files.writeString(
                folder.resolve("func"),
                "#!/bin/sh\n[ $1 = --version ] && echo 4.0.7030 && exit\necho no worker found\nexit 1\n");
        assertThat(func.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(this::start)
                .isInstanceOf(HostStartException.class)
                .hasMessageContaining("func is not running: it ended")
                .hasMessageContaining("no worker found");
    }

    /** func prints no line about a call that it refuses. */
    @Test
    void tellsARefusalOfTheHostFromTheFunctions() throws Exception {
        try (RunningHost host = start()) {
            RawHttp call = new RawHttp(host.port());
            assertThat(call.get("/api/keyed", TRACEPARENT).status()).isEqualTo(401);
            assertThat(awaited("\"actual\":\"no key\"")).contains("\"rule\":\"function-key\",\"outcome\":\"refused\"");
            assertThat(call.get("/api/keyed?code=bad").status()).isEqualTo(401);
            assertThat(awaited("\"actual\":\"another key\"")).contains("\"function\":\"keyed\"");
            assertThat(call.get("/api/unknown").status()).isEqualTo(404);
            assertThat(awaited("\"rule\":\"route\"")).contains("\"outcome\":\"refused\",\"status\":404");
            assertThat(call.get("/api/open").status()).isEqualTo(401);
            assertThat(awaited("\"function\":\"open\"")).contains("\"outcome\":\"passed\",\"status\":401");
        }
    }

    @Test
    void writesTheHostsLineAfterTheGuards() throws Exception {
        try (RunningHost host = start()) {
            RawAnswer answer =
                    new RawHttp(host.port()).get("/api/keyed", "x-functions-key: " + FixtureHost.GATEWAY, TRACEPARENT);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            String line = awaited("[host] ");
            assertThat(line).contains("\"outcome\":\"passed\",\"status\":401", "\"traceId\":\"" + TRACE + "\"");
            assertThat(log.subList(0, log.indexOf(line))).anyMatch(before -> before.contains("\"event\":\"decision\""));
        }
    }

    /** An app that prints what looks like the host's line. */
    @Test
    void marksALineThatTheAppPrinted() throws Exception {
        try (RunningHost host = start()) {
            new RawHttp(host.port()).get("/api/open");
            assertThat(awaited("[printed] ")).isEqualTo("[printed] [host] {\"event\":\"host\",\"outcome\":\"passed\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Da=b", "-Dpath=/a b/c"})
    void handsSettingsOptionsAndKeysOverInFiles(String option) throws IOException {
        HostLaunch launch = new HostLaunch(
                app, Map.of("AUDIENCE", "api://x", "EMPTY", ""), FixtureHost.KEYS, List.of(option, "-Dc=d"));
        try (StagingCopy copy = StagingCopy.of(app)) {
            assertThat(new CoreToolsFiles(copy, StagedApp.read(app)).write(launch))
                    .containsExactly("func does not hand on the app setting EMPTY, as it is empty");
            String arguments = option.contains(" ") ? "\\\"" + option + "\\\"" : option;
            assertThat(copy.app().resolve("local.settings.json"))
                    .content()
                    .contains(
                            "\"AUDIENCE\":\"api://x\"",
                            "\"AzureWebJobsSecretStorageType\":\"files\"",
                            arguments + " -Dc=d\"");
            Path secrets = copy.folder().resolve("secrets/functions/secrets");
            assertThat(Files.readString(secrets.resolve("host.json")))
                    .contains(FixtureHost.MASTER, FixtureHost.GATEWAY);
            assertThat(Files.readString(secrets.resolve("keyed.json"))).contains(FixtureHost.KEYED);
        }
    }

    private String awaited(String text) throws InterruptedException {
        Predicate<String> wanted = line -> line.contains(text);
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (log.stream().noneMatch(wanted) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        return log.stream().filter(wanted).findFirst().orElse("no line with " + text);
    }

    private RunningHost start() {
        return start(Map.of("PATH", folder.toString()));
    }

    private RunningHost start(Map<String, String> environment) {
        return CoreTools.start(launch(Map.of("AUDIENCE", "api://x")), environment, log::add);
    }

    private HostLaunch launch(Map<String, String> settings) {
        return new HostLaunch(app, settings, FixtureHost.KEYS, List.of("-Da=b", "-Dc=d"));
    }
}
