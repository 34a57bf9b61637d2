package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.internal.spi.middleware.Middleware;
import dev.gatehouse.chain.host.fixture.Answers;
import dev.gatehouse.chain.host.fixture.Echo;
import dev.gatehouse.chain.host.fixture.Injector;
import dev.gatehouse.chain.host.fixture.Steering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What worker middleware can do, and what the caller sees of it: measured on the real worker and host. */
class MiddlewareRowsTest {
    private static final String OPEN = "{'authLevel': 'ANONYMOUS'}";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "text    , 200, grüße",
        "throws  , 500, ''",
        "fails   , 500, ''",
        "skips   , 204, ''",
        "replaces, 200, instead of grüße",
        "twice   , 200, grüße",
        "names   , 200, req null null",
    })
    void doesWhatTheWorkerDoes(String function, int status, String body) throws IOException {
        try (FixtureHost host = served(function, "text", OPEN)) {
            RawAnswer answer = host.call().get("/api/" + function);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo(body);
        }
    }

    @Test
    void canChangeABuiltResponse() throws IOException {
        try (FixtureHost host = served("changes", "unavailable", OPEN)) {
            assertThat(host.call().get("/api/changes").status()).isEqualTo(418);
        }
    }

    /** By the name of its binding only: a value of the route has none. Null is ignored, and the request stays. */
    @Test
    void canReplaceAnArgument() throws IOException {
        StagedFixture.bare(folder, List.of(Injector.class.getName()))
                .function("item", Echo.class, "item", "{'authLevel': 'ANONYMOUS', 'route': 'items/{id}'}")
                .function("wraps", Echo.class, "uri", OPEN);
        Jars.service(folder.resolve("lib/more.jar"), Middleware.class, List.of(Steering.class.getName()));
        try (FixtureHost host = FixtureHost.start(folder, Map.of())) {
            assertThat(host.call().get("/api/items/7").body()).isEqualTo("7");
            assertThat(host.call().get("/api/wraps").body()).isEqualTo("urn:replaced");
        }
    }

    @Test
    void logsWhatItThrew() throws IOException {
        try (FixtureHost host = served("throws", "text", OPEN)) {
            host.call().get("/api/throws");
            assertThat(host.log()).anyMatch(line -> line.contains("IllegalArgumentException: not today"));
        }
    }

    /** The worker would wait for ever; here the start says why. */
    @Test
    void refusesMiddlewareThatCannotBeMade() {
        assertThatThrownBy(() -> {
                    StagedFixture.bare(folder, List.of()).function("text", Answers.class, "text", OPEN);
                    Jars.service(folder.resolve("lib/more.jar"), Middleware.class, List.of("any.Middleware"));
                    FixtureHost.start(folder, Map.of());
                })
                .hasMessageContaining("any.Middleware");
    }

    private FixtureHost served(String function, String method, String binding) throws IOException {
        StagedFixture.bare(folder, List.of()).function(function, Answers.class, method, binding);
        Jars.service(folder.resolve("lib/more.jar"), Middleware.class, List.of(Steering.class.getName()));
        return FixtureHost.start(folder, Map.of());
    }
}
