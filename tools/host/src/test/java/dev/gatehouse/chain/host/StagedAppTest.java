package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.host.fixture.Answers;
import dev.gatehouse.chain.host.fixture.Injector;
import dev.gatehouse.chain.host.fixture.LoaderSeeker;
import dev.gatehouse.chain.host.fixture.Plain;
import dev.gatehouse.chain.host.fixture.SecondInjector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a staged app is loaded. */
class StagedAppTest {
    private static final String OPEN = "{'authLevel': 'ANONYMOUS'}";

    @TempDir
    Path folder;

    @Test
    void makesANewInstanceForEachCallWithoutAnInjector() throws IOException {
        StagedFixture.bare(folder, List.of()).function("count", Plain.class, "count", OPEN);

        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            host.call().get("/api/count");
            assertThat(host.call().get("/api/count").body()).isEqualTo("call 1 on this instance");
        }
    }

    @Test
    void answers500WhenTheInjectorFails() throws IOException {
        StagedFixture.bare(folder, List.of(Injector.class.getName())).function("count", Plain.class, "count", OPEN);

        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/count").status()).isEqualTo(500);
            assertThat(host.log()).anyMatch(line -> line.contains("not one of ours"));
        }
    }

    @Test
    void readsTheRoutePrefixFromHostJson() throws IOException {
        StagedFixture.bare(folder, List.of()).function("count", Plain.class, "count", OPEN);
        Files.writeString(folder.resolve("host.json"), "{\"extensions\": {\"http\": {\"routePrefix\": \"\"}}}");

        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/count").status()).isEqualTo(200);
            assertThat(host.call().get("/api/count").status()).isEqualTo(404);
        }
    }

    @Test
    void addsTheAnnotationsThatAnAppDoesNotShip() throws IOException {
        StagedFixture.bare(folder, List.of()).function("count", Plain.class, "count", OPEN);
        Files.delete(folder.resolve("lib")
                .resolve(HostClassPath.of(com.microsoft.azure.functions.annotation.HttpTrigger.class)
                        .getFileName()));
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/count").status()).isEqualTo(200);
        }
    }

    /** An injector may start a whole framework, which looks for its classes there. */
    @Test
    void looksServicesUpUnderTheAppsLoader() throws IOException {
        StagedFixture.bare(folder, List.of(LoaderSeeker.class.getName())).function("sees", Plain.class, "sees", OPEN);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/sees").status()).isEqualTo(200);
        }
    }

    /** So an app that ships another version of the host's HTTP library gets its own. */
    @Test
    void hidesTheHostsOwnLibrariesFromTheApp() throws IOException {
        StagedFixture.bare(folder, List.of()).function("sees", Plain.class, "sees", OPEN);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/sees").body()).isEqualTo("hidden");
        }
        Path library = HostClassPath.of(org.apache.hc.core5.http.HttpVersion.class);
        Files.copy(library, folder.resolve("lib/httpcore5.jar"));
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/sees").body()).isEqualTo("URLClassLoader");
        }
    }

    @Test
    void refusesTwoInjectors() throws IOException {
        StagedFixture.bare(folder, List.of(Injector.class.getName(), SecondInjector.class.getName()))
                .function("text", Answers.class, "text", OPEN);

        assertThatThrownBy(() -> FixtureHost.start(folder, Map.of()))
                .hasMessageContaining("2 function instance injectors");
    }

    @Test
    void refusesAFunctionThatTheWorkerWouldTakeForItsLibraries() throws IOException {
        StagedFixture.bare(folder, List.of()).function("calib", Plain.class, "count", OPEN);

        assertThatThrownBy(() -> FixtureHost.start(folder, Map.of())).hasMessageContaining("must not end in lib");
    }

    @Test
    void runsATimerForTheMasterKeyOnly() throws IOException {
        StagedFixture.bare(folder, List.of())
                .function("tick", Plain.class, "tick", "{'type': 'timerTrigger', 'name': 'timer'}")
                .function("ticks", Plain.class, "ticks", OPEN);

        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/tick").status()).isEqualTo(404);
            assertThat(post(host, FixtureHost.DEFAULT)).isEqualTo(403);
            assertThat(host.call().get("/api/ticks").body()).isEqualTo("0");
            assertThat(post(host, FixtureHost.MASTER)).isEqualTo(202);
            assertThat(host.call().get("/api/ticks").body()).isEqualTo("1");
        }
    }

    private static int post(FixtureHost host, String key) throws IOException {
        return host.call()
                .call("POST", "/admin/functions/tick", "Content-Length: 0", "x-functions-key: " + key)
                .status();
    }

    @Test
    void refusesAnEmptyFolder() {
        assertThatThrownBy(() -> FixtureHost.start(folder, Map.of())).hasMessageContaining("no staged function found");
    }

    @Test
    void refusesBlankKeys() {
        assertThatThrownBy(() -> new HostKeys("", Map.of(), Map.of())).hasMessageContaining("must not be blank");
    }
}
