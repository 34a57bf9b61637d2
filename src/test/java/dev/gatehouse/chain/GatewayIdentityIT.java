package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.chain.Flow;
import dev.gatehouse.local.demo.Demonstration;
import dev.gatehouse.local.demo.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chain in the flow in which the gateway calls with an identity of its own. */
class GatewayIdentityIT {

    @Test
    void everyCallOfTheDemonstrationIsAnsweredAsExpectedAndNobodyShowsAToken() {
        try (RunningChain running = RunningChain.start(Flow.GATEWAY_IDENTITY)) {
            List<Row> rows = new Demonstration(running.chain(), running.secret()).run(row -> {});

            assertThat(rows).hasSizeGreaterThan(20).allMatch(Row::ok);
            String log = String.join("\n", running.log());
            assertThat(log).contains("\"speaksFor\":{").doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}");
            assertThat(log).doesNotContain(running.chain().keys().gateway());
        }
    }
}
