package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.host.FunctionHost;
import dev.gatehouse.chain.host.HostKeys;
import dev.gatehouse.chain.host.HostLaunch;
import dev.gatehouse.chain.host.RunningHost;
import dev.gatehouse.chain.http.Forwarder;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.fixtures.RunningEntra;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The staged app when Entra cannot be reached: it starts, and says that it cannot tell. */
class OutageIT {
    private static final Path STAGED =
            Path.of("src/target/azure-functions/gatehouse").toAbsolutePath();

    @Test
    void startsAndAnswers503WhileTheKeysCannotBeRead(@TempDir Path folder) throws IOException {
        List<String> log = new CopyOnWriteArrayList<>();
        HostKeys keys = HostKeys.random(Set.of("test"));
        try (RunningEntra entra = RunningEntra.start(folder, Clock.systemUTC())) {
            List<String> options = new ArrayList<>(entra.tls().trust().javaFlags());
            options.add("-Dhttps.proxyHost=127.0.0.1");
            options.add("-Dhttps.proxyPort=9"); // no server listens there
            HostLaunch launch = new HostLaunch(STAGED, entra.appSettings(), keys, options);
            try (RunningHost host = FunctionHost.start(launch, log::add)) {
                Forwarder forwarder = new Forwarder(entra.tls().trusting(), Duration.ofSeconds(30));
                String token = entra.kit(Instant.now()).app().compact();
                String origin = "http://127.0.0.1:" + host.port();

                Response health = forwarder.forward(Request.get("/api/health"), origin);
                Response call = forwarder.forward(
                        Request.get("/api/accounts")
                                .with("x-functions-key", keys.host().get("test"))
                                .with("Authorization", "Bearer " + token),
                        origin);

                for (Response each : List.of(health, call)) {
                    assertThat(each.status()).isEqualTo(503);
                    assertThat(each.bodyText()).contains("urn:gatehouse:problem:keys-unavailable");
                    assertThat(each.headers().first("Retry-After"))
                            .hasValueSatisfying(seconds ->
                                    assertThat(Integer.parseInt(seconds)).isBetween(1, 30));
                    assertThat(each.headers().has("WWW-Authenticate")).isFalse();
                }
            }
        }
        assertThat(log)
                .anyMatch(line -> line.contains("Gatehouse warning: keys could not be read from https://login."));
    }
}
