package dev.gatehouse.chain.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.entra.IdentityEndpoint;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's identity at the endpoint that the local Entra gives it. */
class LocalEntraIdentitiesTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T10:00:00Z"));

    @Test
    void getsTheIdentitysTokenAndNoOthers(@TempDir Path folder) throws IOException {
        String clientId = DemoTenant.managedIdentity().clientId();
        try (RunningEntra running = RunningEntra.start(folder, clock)) {
            IdentityEndpoint endpoint = running.entra().identityEndpoint(clientId);
            AppServiceIdentities identities = new AppServiceIdentities(endpoint.uri(), endpoint.header(), clock);

            String token = identities.token(running.apiClientId(), Optional.of(clientId));

            assertThat(((TokenReading.Readable) SignedToken.read(token))
                            .token()
                            .claims()
                            .text("oid"))
                    .contains(DemoTenant.managedIdentity().objectId());
            assertThatThrownBy(() -> identities.token(running.apiClientId(), Optional.of("another")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the identity endpoint responded with status 400");
        }
    }
}
