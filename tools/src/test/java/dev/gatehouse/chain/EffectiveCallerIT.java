package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoUser;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.fixtures.SampleClients;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One function in both flows: it receives the same caller, so that data stored under the caller's id is found in both. */
class EffectiveCallerIT {

    @Test
    void isTheSameInBothFlows() throws IOException {
        ObjectNode[] own = callers(Snapshots.MAIN);
        ObjectNode[] delegated = callers(Snapshots.GATEWAY_IDENTITY);

        for (int i = 0; i < own.length; i++) {
            assertThat(own[i].has("actor")).isFalse();
            assertThat(delegated[i].remove("actor").get("objectId").asText())
                    .isNotEqualTo(own[i].get("objectId").asText());
            assertThat(delegated[i]).isEqualTo(own[i]);
        }
    }

    /** What {@code whoAmI} answers an app, a managed identity and a user. */
    private static ObjectNode[] callers(String snapshot) throws IOException {
        try (RunningChain running = RunningChain.shared(Snapshots.read(snapshot))) {
            return new ObjectNode[] {
                whoAmI(running, chain -> chain.app(SampleClients.READER)),
                whoAmI(running, Tokens::managedIdentity),
                whoAmI(running, Tokens::user),
            };
        }
    }

    private static ObjectNode whoAmI(RunningChain running, Function<Tokens, TokenDraft> token) throws IOException {
        String front = running.chain().deployment().registrations().front().clientId();
        String compact = token.apply(new Tokens(running, front)).compact();
        var answered = running.atGateway(Request.get("/whoami").with("Authorization", "Bearer " + compact));
        assertThat(answered.response().status()).isEqualTo(200);
        return (ObjectNode) new ObjectMapper().readTree(answered.response().bodyText());
    }

    private record Tokens(RunningChain running, String audience) {
        TokenDraft app(DemoClient client) {
            return running.chain().entra().forge().app(client.principal().clientId(), audience);
        }

        TokenDraft managedIdentity() {
            return running.chain()
                    .entra()
                    .forge()
                    .managedIdentity(
                            dev.gatehouse.chain.demo.DemoTenant.managedIdentity()
                                    .clientId(),
                            audience);
        }

        TokenDraft user() {
            return running.chain()
                    .entra()
                    .forge()
                    .user(
                            DemoClient.DESKTOP.clientId(),
                            audience,
                            DemoUser.ADA.user().objectId());
        }
    }
}
