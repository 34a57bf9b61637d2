package dev.gatehouse.deployment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.fixtures.Edited;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A changed snapshot, deployed as far as the gateway, which is read when the function app's address is known. */
final class DeployedEdit {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

    private DeployedEdit() {}

    static Deployment as(Edited edited) {
        Deployment deployment = Deployment.of(edited.snapshot(), NOW);
        deployment.gateway("localhost:7071", Map.of("first-client", "key"));
        return deployment;
    }

    static void isRefused(Edited edited, String message) {
        assertThatThrownBy(() -> as(edited))
                .isInstanceOf(DeploymentFault.class)
                .hasMessageStartingWith("main.snapshot.json: Microsoft.")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
