package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.host.fixture.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on functions that cannot be loaded or served: the others run, and the log says why. */
class LoadingRowsTest {
    private static final String OPEN = "{'authLevel': 'ANONYMOUS'}";
    private static final Map<String, Object> TRIGGER =
            Map.of("type", "httpTrigger", "direction", "in", "name", "req", "authLevel", "ANONYMOUS");
    private static final Map<String, Object> HTTP = Map.of("type", "http", "direction", "out", "name", "$return");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}.{1}")
    @CsvSource({
        "Plain        , overloaded , names 2 public methods",
        "Plain        , missing    , names 0 public methods",
        "Plain        , unbound    , nothing for the parameter",
        "Plain        , unannotated, nothing for the parameter",
        "Plain        , text       , binds an HTTP trigger to HttpRequestMessage only",
        "Plain$Derived, inherited  , names 0 public methods",
        "Plain$Bridged, get        , names 2 public methods",
    })
    void answers500ToEachCall(String type, String method, String reason) throws Exception {
        Class<?> owner = Class.forName("dev.gatehouse.chain.host.fixture." + type);
        StagedFixture.bare(folder, List.of())
                .function("broken", owner, method, OPEN)
                .function("count", Plain.class, "count", OPEN);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/broken").status()).isEqualTo(500);
            assertThat(host.call().get("/api/count").status()).isEqualTo(200);
            assertThat(host.log()).anyMatch(line -> line.startsWith("[error] broken: 500") && line.contains(reason));
        }
    }

    @Test
    void answers500WhereTheClassIsMissing() throws IOException {
        StagedFixture.bare(folder, List.of()).function("count", Plain.class, "count", OPEN);
        Path function = Files.createDirectory(folder.resolve("broken"));
        String json = Files.readString(folder.resolve("count/function.json")).replace("Plain.", "Planned.");
        Files.writeString(function.resolve("function.json"), json);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/broken").status()).isEqualTo(500);
            assertThat(host.call().get("/api/count").status()).isEqualTo(200);
            assertThat(host.log())
                    .contains("[info] host: function broken answers 500, as in Azure:"
                            + " class not found in the app: dev.gatehouse.chain.host.fixture.Planned");
        }
    }

    @ParameterizedTest
    @CsvSource({"marked, false", "MARKED, false", "count, true"})
    void namesAFunctionOfTheJarThatIsNotStaged(String staged, boolean isNamed) throws IOException {
        StagedFixture.bare(folder, List.of()).function(staged, Plain.class, "count", OPEN);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.log()
                            .contains("[info] host: function marked of dev.gatehouse.chain.host.fixture.Unstaged"
                                    + " answers 404: it is in the app's jar but not staged; build the app anew"))
                    .isEqualTo(isNamed);
        }
    }

    @Test
    void answers404WhereTheScriptFileIsMissing() throws IOException {
        StagedFixture.bare(folder, List.of())
                .function("absent", Plain.class, "count", List.of(TRIGGER, HTTP), "../other.jar")
                .function("count", Plain.class, "count", OPEN);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/absent").status()).isEqualTo(404);
            assertThat(host.call().get("/api/count").status()).isEqualTo(200);
            assertThat(host.log())
                    .contains("[info] host: function absent answers 404: its scriptFile does not exist: ../other.jar");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{'route': 'x/{a}.{b}'}  , cannot read the route segment {a}.{b}",
        "{'route': '{a:datetime}'}, does not support the route constraint datetime",
    })
    void leavesOutARouteThatItCannotRead(String binding, String reason) throws IOException {
        StagedFixture.bare(folder, List.of())
                .function("count", Plain.class, "count", OPEN)
                .function("other", Plain.class, "count", binding);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/count").status()).isEqualTo(200);
            assertThat(host.log())
                    .anyMatch(line ->
                            line.startsWith("[info] host: function other answers 404") && line.contains(reason));
        }
    }

    @Test
    void acceptsAnOutputAndSaysThatNothingIsWritten() throws IOException {
        Map<String, Object> queue = Map.of("type", "queue", "direction", "out", "name", "out");
        StagedFixture.bare(folder, List.of())
                .function("output", Plain.class, "output", List.of(TRIGGER, queue, HTTP), "../app.jar");
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/output").status()).isEqualTo(202);
            assertThat(host.log())
                    .contains("[info] output: output out (queue) is not written by the local host")
                    .noneMatch(line -> line.contains("secret value"));
        }
    }

    @Test
    void namesAnInputThatItDoesNotRead() throws IOException {
        Map<String, Object> blob = Map.of("type", "blob", "direction", "in", "name", "blob");
        StagedFixture.bare(folder, List.of())
                .function("count", Plain.class, "count", OPEN)
                .function("input", Plain.class, "input", List.of(TRIGGER, blob, HTTP), "../app.jar");
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/input").status()).isEqualTo(500);
            assertThat(host.log())
                    .contains("[error] input: 500, parameter blob is a binding of type blob, which the local host does"
                            + " not read")
                    .anyMatch(line -> line.startsWith("[info] host: function input answers 500")
                            && line.endsWith("--host func runs it in Microsoft's own host"));
        }
    }

    @Test
    void namesATriggerThatNothingTriggers() throws IOException {
        StagedFixture.bare(folder, List.of())
                .function("tick", Plain.class, "tick", "{'type': 'timerTrigger', 'name': 'timer'}")
                .function("count", Plain.class, "count", OPEN);
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/count").status()).isEqualTo(200);
            assertThat(host.log())
                    .anyMatch(line -> line.startsWith(
                            "[info] host: function tick is not run by its timerTrigger: nothing here triggers it."));
        }
    }

    /** The worker has no place for a value that function.json does not bind. */
    @ParameterizedTest
    @CsvSource({"none, 204, ''", "cosmosDB, 200, call 1 on this instance"})
    void answersByTheBindingOfTheReturnValue(String type, int status, String body) throws IOException {
        Map<String, Object> returned = Map.of("type", type, "direction", "out", "name", "$return");
        List<Map<String, Object>> bindings = type.equals("none") ? List.of(TRIGGER) : List.of(TRIGGER, returned);
        StagedFixture.bare(folder, List.of()).function("count", Plain.class, "count", bindings, "../app.jar");
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/count").status()).isEqualTo(status);
            assertThat(host.call().get("/api/count").body()).isEqualTo(body);
        }
    }
}
