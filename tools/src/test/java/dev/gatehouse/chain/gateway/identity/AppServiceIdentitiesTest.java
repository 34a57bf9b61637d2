package dev.gatehouse.chain.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.http.LoopbackServer;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.fixtures.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppServiceIdentitiesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private Response answer = issued("\"" + NOW.plus(Duration.ofHours(1)).getEpochSecond() + "\"");
    private final LoopbackServer endpoint =
            LoopbackServer.start("identities", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, request -> {
                asked.add(request);
                return answer;
            });
    private final AppServiceIdentities identities = new AppServiceIdentities(
            URI.create("http://127.0.0.1:" + endpoint.port() + "/msi/token"), "the-secret", clock);

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private static Response issued(String end) {
        return Response.json(200, "{\"access_token\":\"a.token\",\"expires_on\":" + end + "}");
    }

    @Test
    void asksAsAppServiceIsAsked() throws IOException {
        assertThat(identities.token("api://a b", Optional.of("c&d"))).isEqualTo("a.token");

        assertThat(asked.get(0).target())
                .isEqualTo("/msi/token?api-version=2019-08-01&resource=api%3A%2F%2Fa+b&client_id=c%26d");
        assertThat(asked.get(0).headers().all("X-IDENTITY-HEADER")).containsExactly("the-secret");
    }

    @Test
    void namesNoClientForTheSystemAssignedIdentity() throws IOException {
        identities.token("r", Optional.empty());

        assertThat(asked.get(0).target()).isEqualTo("/msi/token?api-version=2019-08-01&resource=r");
    }

    @ParameterizedTest
    @CsvSource({"3299, 1", "3300, 2"})
    void keepsATokenUntilFiveMinutesBeforeItsEnd(int seconds, int calls) throws IOException {
        identities.token("r", Optional.empty());
        clock.move(Duration.ofSeconds(seconds));

        identities.token("r", Optional.empty());

        assertThat(asked).hasSize(calls);
    }

    @Test
    void keepsTokensOfDifferentIdentitiesApart() throws IOException {
        identities.token("r", Optional.empty());
        identities.token("r", Optional.of("c"));
        identities.token("s", Optional.of("c"));

        assertThat(asked).hasSize(3);
    }

    @Test
    void readsAnEndThatIsANumber() throws IOException {
        answer = issued("" + NOW.plusSeconds(1).getEpochSecond());

        assertThat(identities.token("r", Optional.empty())).isEqualTo("a.token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "a.secret.token",
                "{\"access_token\":\"a.secret.token\"}",
                "{\"access_token\":\"a.secret.token\",\"expires_on\":\"soon\"}",
                "{\"access_token\":\"a.secret.token\",\"expires_on\":1}",
                "{\"access_token\":{},\"expires_on\":\"9999999999\"}",
                "{\"expires_on\":\"9999999999\"}"
            })
    void refusesAnAnswerWithoutATokenThatIsStillValid(String body) {
        answer = Response.json(200, body);

        assertThatThrownBy(() -> identities.token("r", Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysWhatTheEndpointAnswered() {
        answer = Response.json(400, "{\"message\":\"a.secret.token\"}");

        assertThatThrownBy(() -> identities.token("r", Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the identity endpoint responded with status 400");
    }

    @Test
    void followsNoRedirect() {
        answer = Response.empty(302).with("Location", "http://127.0.0.1:" + endpoint.port() + "/elsewhere");

        assertThatThrownBy(() -> identities.token("r", Optional.empty())).isInstanceOf(IOException.class);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/metadata/identity/oauth2/token",
                "http://localhost.example.com/msi/token",
                "http://127.0.0.1@example.com/msi/token",
                "http://user@127.0.0.1/msi/token",
                "https://127.0.0.1/msi/token",
                "http://127.0.0.1/msi/token?a=b",
                "http://0.0.0.0/msi/token",
                "/msi/token",
                "file:///msi/token"
            })
    void givesItsSecretToNoOtherMachine(String address) {
        assertThatThrownBy(() -> new AppServiceIdentities(URI.create(address), "the-secret", clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("the-secret");
    }
}
