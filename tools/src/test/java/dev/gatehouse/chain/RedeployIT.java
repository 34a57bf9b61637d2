package dev.gatehouse.chain;

import static dev.gatehouse.fixtures.Snapshots.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.gateway.policy.PolicyRefused;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.fixtures.Edited;
import dev.gatehouse.fixtures.SampleClients;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is deployed and the host are replaced while the endpoints are open. */
class RedeployIT {
    private static final String API = "Microsoft.ApiManagement/service/apis";

    @Test
    void replacesTheDeploymentAndKeepsTheFormerWhereTheNewOneIsRefused() {
        try (RunningChain running = RunningChain.start()) {
            String token = token(running);
            Snapshot open = Edited.of(MAIN)
                    .with(API, "/properties/subscriptionRequired", "false")
                    .snapshot();
            Snapshot refused = Edited.of(MAIN)
                    .with(
                            API + "/policies",
                            "/properties/value",
                            "\"<policies><inbound><unknown /></inbound></policies>\"")
                    .snapshot();
            assertThat(withoutSubscription(running, token)).isEqualTo(401);

            redeploy(running, open);
            assertThat(withoutSubscription(running, token)).isEqualTo(200);

            assertThatThrownBy(() -> redeploy(running, refused)).isInstanceOf(PolicyRefused.class);
            assertThat(withoutSubscription(running, token)).isEqualTo(200);
            assertThat(withoutSubscription(running, token(running))).isEqualTo(200);
        }
    }

    @Test
    void startsAnotherHostBehindTheSameEndpoints() {
        try (RunningChain running = RunningChain.start()) {
            URI former = running.chain().doors().host();

            running.chain().restartHost();

            assertThat(running.chain().doors().host()).isNotEqualTo(former);
            assertThat(running.atGateway(list(token(running))).response().status())
                    .isEqualTo(200);
        }
    }

    private static void redeploy(RunningChain running, Snapshot snapshot) {
        Deployment deployment = Deployment.of(snapshot);
        running.chain().redeploy(deployment, running.tenant().with(deployment));
    }

    private static String token(RunningChain running) {
        return running.chain()
                .entra()
                .forge()
                .app(
                        SampleClients.READER.clientId(),
                        running.chain().deployment().registrations().front().clientId())
                .compact();
    }

    private static Request list(String token) {
        return Request.get("/accounts").with("Authorization", "Bearer " + token);
    }

    private static int withoutSubscription(RunningChain running, String token) {
        return running.caller()
                .call(running.chain().doors().gateway(), list(token))
                .response()
                .status();
    }
}
