package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.chain.Validation;
import dev.gatehouse.local.demo.Demonstration;
import dev.gatehouse.local.demo.Row;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration in every flow, under every variant of the policies that ship. */
class FlowsIT {

    @ParameterizedTest
    @CsvSource({
        "CALLER_TOKEN, AZURE_AD_TOKEN",
        "CALLER_TOKEN, JWT",
        "GATEWAY_IDENTITY, AZURE_AD_TOKEN",
        "GATEWAY_IDENTITY, JWT",
    })
    void everyCallIsAnsweredAsExpectedAndNobodyShowsAToken(Flow flow, Validation validation) {
        try (RunningChain running = RunningChain.start(flow, validation)) {
            List<Row> rows = new Demonstration(running.chain(), running.secret()).run(row -> {});

            assertThat(rows).hasSizeGreaterThan(20).allMatch(Row::ok);
            String log = String.join("\n", running.log());
            assertThat(log).contains("\"event\":\"decision\"").doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}");
            assertThat(log).doesNotContain(running.chain().keys().gateway());
            assertThat(log.contains("\"speaksFor\":{")).isEqualTo(flow == Flow.GATEWAY_IDENTITY);
        }
    }
}
