package dev.gatehouse.chain.host;

import static dev.gatehouse.chain.host.FixtureHost.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.host.fixture.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The host as a child JVM. */
@Timeout(60)
class FunctionHostTest {
    private static final Map<String, String> SETTINGS = Map.of("AUDIENCE", "api://x", "SECOND", "2");

    @TempDir
    static Path folder;

    static Path staging;

    private final List<String> log = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void stage() throws IOException {
        staging = Files.createDirectory(folder.resolve("staging"));
        StagedFixture.all(staging);
    }

    @Test
    void runsTheAppWithItsSettingsAndWhatTheHostAdds() throws IOException {
        try (RunningHost host = start()) {
            assertThat(new RawHttp(host.port()).get("/api/environment").body())
                    .matches("\\{AUDIENCE=api://x, FUNCTIONS_APPLICATION_DIRECTORY=/.*, LC_CTYPE=C.UTF-8, SECOND=2}");
        }
    }

    @Test
    void readsAnnotationsThatOnlyTheAppHas() throws IOException {
        try (RunningHost host = start()) {
            RawHttp call = new RawHttp(host.port());
            assertThat(call.get("/api/items/7").body()).isEqualTo("7");
            assertThat(call.get("/api/echo").json().get("maker")).isEqualTo("injector");
            assertThat(call.get("/api/keyed").status()).isEqualTo(401);
            assertThat(call.get("/api/keyed", "x-functions-key: " + GATEWAY).status())
                    .isEqualTo(200);
        }
    }

    /** The app's files may have names that a JVM without locale cannot open. */
    @Test
    void servesAnAppWithSpacesAndLettersInItsNames(@TempDir Path other) throws IOException {
        Path app = Files.createDirectory(other.resolve("m\u00e4rz app"));
        StagedFixture.bare(app, List.of()).function("count", Plain.class, "count", "{'authLevel': 'ANONYMOUS'}");
        Files.move(app.resolve("app.jar"), app.resolve("gr\u00f6\u00dfe 1.jar"));
        Path function = app.resolve("count/function.json");
        Files.writeString(function, Files.readString(function).replace("app.jar", "gr\u00f6\u00dfe 1.jar"));
        try (RunningHost host = FunctionHost.start(launch(app), log::add)) {
            assertThat(new RawHttp(host.port()).get("/api/count").status()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatItDoesNotServe(@TempDir Path other) throws IOException {
        StagedFixture.bare(other, List.of())
                .function("count", Plain.class, "count", "{'authLevel': 'ANONYMOUS', 'route': '{*rest}'}")
                .function("late", Plain.class, "count", "{}")
                .function("tick", Plain.class, "tick", "{'type': 'timerTrigger', 'name': 'timer'}");
        try (RunningHost host = FunctionHost.start(launch(other), log::add)) {
            assertThat(host.notes())
                    .satisfiesExactly(
                            note -> assertThat(note).startsWith("function marked of "),
                            note -> assertThat(note).startsWith("function tick is not run by its timerTrigger"),
                            note -> assertThat(note).startsWith("function late is hidden by count, as in Azure:"));
        }
    }

    @Test
    void keepsKeysOutOfTheLogAndOfTheCommandLine() throws IOException {
        try (RunningHost host = start()) {
            assertThat(new RawHttp(host.port())
                            .get("/api/prints", "x-functions-key: " + GATEWAY)
                            .body())
                    .isEqualTo("printed");
            assertThat(new RawHttp(host.port()).get("/api/keyed?code=wrong").status())
                    .isEqualTo(401);
            assertThat(arguments(host)).noneMatch(argument -> argument.contains("OfTheTests"));
        }
        assertThat(log)
                .contains("[printed] printed ***")
                .anyMatch(line -> line.startsWith("[host] {\"event\":\"host\",\"rule\":\"function-key\","
                        + "\"outcome\":\"refused\",\"status\":401,\"function\":\"keyed\","
                        + "\"expected\":\"a valid key for this function\",\"actual\":\"another key\","))
                .noneMatch(line -> line.contains("OfTheTests"));
    }

    @Test
    void endsOnlyItsOwnChildAndDeletesItsCopy() throws IOException {
        RunningHost first = start();
        RunningHost second = start();
        first.close();

        assertThat(first.process().isAlive()).isFalse();
        assertThat(first.copy()).doesNotExist();
        assertThat(new RawHttp(second.port()).get("/api/text").status()).isEqualTo(200);
        second.close();
        assertThat(second.copy()).doesNotExist();
    }

    @Test
    void survivesTheRemovalOfWhatItWasStartedFrom(@TempDir Path other) throws IOException {
        Path target = Files.createDirectory(other.resolve("target"));
        StagedFixture.all(target);
        try (RunningHost host = FunctionHost.start(launch(target), log::add)) {
            deleteAll(target);
            assertThat(new RawHttp(host.port()).get("/api/echo").status()).isEqualTo(200);
        }
    }

    @Test
    void endsWhenItsStandardInputCloses() throws Exception {
        try (RunningHost host = start()) {
            host.process().getOutputStream().close();

            assertThat(host.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(host.process().exitValue()).isZero();
        }
    }

    private RunningHost start() {
        return FunctionHost.start(launch(staging), log::add);
    }

    private static HostLaunch launch(Path app) {
        return new HostLaunch(app, SETTINGS, FixtureHost.KEYS, List.of());
    }

    private static List<String> arguments(RunningHost host) {
        return Stream.of(host.process().info().arguments().orElse(new String[0]))
                .toList();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
