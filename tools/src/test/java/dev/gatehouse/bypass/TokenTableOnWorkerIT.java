package dev.gatehouse.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenCase;
import dev.gatehouse.fixtures.TokenCases;
import dev.gatehouse.fixtures.TokenCasesOfOtherLibraries;
import dev.gatehouse.fixtures.TokenKit;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample app on the real Java worker, over the whole table of tokens. */
@EnabledIf(
        value = "dev.gatehouse.bypass.RealWorker#isThere",
        disabledReason = "set WORKER_DIR, WORKER_PROTO and WORKER_HOST to run the tokens on the real worker, too")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTableOnWorkerIT {
    private static final Path STAGED = Path.of("src/target/azure-functions/gatehouse");

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private RunningEntra entra;
    private TokenKit kit;
    private Served worker;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        entra = RunningEntra.start(folder, Clock.systemUTC(), Snapshots.MAIN);
        kit = entra.kit(Instant.now());
        List<String> options = new ArrayList<>(entra.tls().trust().javaFlags());
        options.addAll(entra.entra().proxy().javaFlags());
        worker = RealWorker.start(STAGED, entra.appSettings(), options, log, folder);
        for (int i = 0; i < 50 && call(kit.app().compact()).statusCode() == 503; i++) {
            Thread.sleep(200);
        }
    }

    @AfterAll
    void stop() throws Exception {
        worker.close();
        entra.close();
    }

    static List<TokenCase> tokens() {
        return Stream.concat(TokenCases.all().stream(), TokenCasesOfOtherLibraries.all().stream())
                .filter(each -> !each.edge())
                .toList();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void answersAsTheLocalHost(TokenCase each) throws Exception {
        HttpResponse<String> response = call(each.token().apply(kit));

        assertThat(response.statusCode()).isEqualTo(each.host().status());
        if (each.host().status() != 200) {
            assertThat(new ObjectMapper().readTree(response.body()).get("type").asText())
                    .endsWith(":" + each.host().reason());
        }
    }

    private HttpResponse<String> call(String token) throws Exception {
        return worker.call("GET", "/api/accounts", Optional.of(token), "").orElseThrow();
    }
}
