package dev.gatehouse.bypass;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.host.FunctionHost;
import dev.gatehouse.chain.host.HostKeys;
import dev.gatehouse.chain.host.HostLaunch;
import dev.gatehouse.chain.host.RunningHost;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows on the local host, which refuses to start where the worker would lose the app's libraries. */
class BypassOnLocalHostIT extends BypassRows {
    private final HostKeys keys = HostKeys.random(Set.of("test"));

    @Override
    Served start(Path staged, Map<String, String> settings, List<String> jvmOptions, List<String> log, Path ran) {
        RunningHost host = FunctionHost.start(new HostLaunch(staged, settings, keys, jvmOptions), log::add);
        return new Served(host.port(), log, ran, host);
    }

    @Override
    void run(App app, Served served, String function) throws Exception {
        Request request = Request.post("/admin/functions/" + function, "application/json", "{}")
                .with("x-functions-key", keys.master());
        new Forwarder(SSLContext.getDefault(), Duration.ofSeconds(10))
                .forward(request, "http://127.0.0.1:" + served.port());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        TWO_JARS  | GET aStray  | token | 500         | no | - | -
        TWO_JARS  | GET zStray  | token | 500         | no | - | -
        TWO_JARS  | GET wrong   | -     | 500/503     | no | - | -
        INHERITED | GET base    | -     | 500         | no | - | names 0 public methods
        """)
    void rowOfAnAppThatLoadsInPart(
            App app, String call, String caller, String status, String ran, String body, String log) throws Exception {
        check(app, call, caller, status, ran, body, log);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_LIB, must not end in lib: catalib",
    })
    void doesNotStart(App app, String message) {
        assertThatThrownBy(() -> served(app)).hasMessageContaining(message);
    }
}
