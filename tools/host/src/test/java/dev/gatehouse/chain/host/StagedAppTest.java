package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.host.fixture.Answers;
import dev.gatehouse.chain.host.fixture.Injector;
import dev.gatehouse.chain.host.fixture.Plain;
import dev.gatehouse.chain.host.fixture.SecondInjector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void refusesTwoInjectors() throws IOException {
        StagedFixture.bare(folder, List.of(Injector.class.getName(), SecondInjector.class.getName()))
                .function("text", Answers.class, "text", OPEN);

        assertThatThrownBy(() -> FixtureHost.start(folder, Map.of()))
                .hasMessageContaining("2 function instance injectors");
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded, {}                   , names 2 public methods",
        "missing   , {}                   , names 0 public methods",
        "unbound   , {}                   , cannot bind the parameter",
        "count     , {'route': 'x/{a}.{b}'}, cannot read the route segment",
        "count     , {'route': '{a:regex}'}, does not support the route constraint regex",
    })
    void refusesWhatItCannotRun(String method, String binding, String message) throws IOException {
        StagedFixture.bare(folder, List.of()).function("plain", Plain.class, method, binding);

        assertThatThrownBy(() -> FixtureHost.start(folder, Map.of())).hasMessageContaining(message);
    }

    @Test
    void refusesAFunctionThatTheWorkerWouldTakeForItsLibraries() throws IOException {
        StagedFixture.bare(folder, List.of()).function("calib", Plain.class, "count", OPEN);

        assertThatThrownBy(() -> FixtureHost.start(folder, Map.of())).hasMessageContaining("must not end in lib");
    }

    @Test
    void runsATimerForTheMasterKeyOnly() throws IOException {
        StagedFixture.bare(folder, List.of())
                .function("tick", Plain.class, "tick", "{'type': 'timerTrigger'}")
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
