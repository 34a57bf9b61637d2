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

/** The rows on the local host, which refuses to start where the worker would run a part of the app. */
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

    @ParameterizedTest
    @CsvSource({
        "NO_LIB   , must not end in lib: catalib",
        "TWO_JARS , class not found in the app: rows.",
        "INHERITED, rows.Derived.base names 0 public methods",
    })
    void doesNotStart(App app, String message) {
        assertThatThrownBy(() -> served(app)).hasMessageContaining(message);
    }
}
