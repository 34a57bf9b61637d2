package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.fixtures.ExpectedVerdict;
import dev.gatehouse.fixtures.TokenKit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the running chain does with requests that differ in more than their token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsIT {
    private RunningChain running;
    private TokenKit kit;

    @BeforeAll
    void start() {
        running = RunningChain.start();
        kit = running.kit();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void answersEachDoorsOwnWayWhenTwoTokensCome() {
        String token = "Bearer " + kit.app().compact();
        Request two = Request.get("/accounts").with("Authorization", token);
        two = two.withHeaders(two.headers().plus("Authorization", token));

        assertThat(ExpectedVerdict.of(running.atGateway(two)).status()).isEqualTo(401);
        assertThat(ExpectedVerdict.of(running.atFunctionApp(two)))
                .isEqualTo(new ExpectedVerdict(401, Layer.EASY_AUTH, "no-token"));
        assertThat(ExpectedVerdict.of(running.atHost(two)))
                .isEqualTo(new ExpectedVerdict(400, Layer.GUARD, "several-tokens"));
    }

    @ParameterizedTest
    @CsvSource({"'', 401, token-missing", "Basic YTpi, 401, token-missing", "Bearer, 400, authorization-malformed"})
    void theGuardTellsAMissingTokenFromAMalformedOne(String authorization, int status, String reason) {
        Request request = Request.get("/accounts").with("Authorization", authorization);

        assertThat(running.atGateway(request).response().status()).isEqualTo(401);
        assertThat(running.atFunctionApp(request).response().status()).isEqualTo(401);
        assertThat(ExpectedVerdict.of(running.atHost(request)))
                .isEqualTo(new ExpectedVerdict(status, Layer.GUARD, reason));
    }

    @Test
    void withoutASubscriptionKeyTheGatewayRefuses() {
        DemoCaller.Answered answered =
                running.caller().call(running.chain().doors().gateway(), authorized(Request.get("/accounts")));

        assertThat(answered.response().status()).isEqualTo(401);
        assertThat(answered.response().headers().first("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("AzureApiManagementKey"));
        assertThat(answered.layer()).isEqualTo(Layer.GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/accounts/../health", "/accounts/%2e%2e/health", "//health", "/x", "/accounts/a/b"})
    void theGatewayPublishesTheOperationsAndNothingElse(String path) {
        assertThat(running.atGateway(authorized(Request.get(path))).response().status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/../accounts",
                "/health/%2e%2e/accounts",
                "/health%2f..%2faccounts",
                "/health/x",
                "/healthz",
                "//health"
            })
    void easyAuthExcludesTheHealthPathAndNoneThatOnlyStartsLikeIt(String path) {
        assertThat(running.atFunctionApp(Request.get(path)).layer()).isEqualTo(Layer.EASY_AUTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/./health", "/accounts/../health", "/HEALTH", "/%68ealth"})
    void healthNeedsNeitherTokenNorKeyHoweverItIsWritten(String path) {
        assertThat(running.caller()
                        .call(running.chain().doors().functionApp(), Request.get(path))
                        .response()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theGatewayPassesOnNeitherKeysNorIdentitiesThatAClientSends() {
        Request forged = authorized(Request.get("/whoami?code=guessed&subscription-key=guessed&keep=1"))
                .with("x-functions-key", "guessed")
                .with("X-MS-CLIENT-PRINCIPAL-ID", "somebody-else");

        assertThat(running.atGateway(forged).response().status()).isEqualTo(200);
    }

    @Test
    void aRotatedKeyWorksAtOnceAndTokensOfTheOldOneGoOn() {
        Request old = authorized(Request.get("/accounts"));
        assertThat(running.atGateway(old).response().status()).isEqualTo(200);

        running.chain().entra().keys().rotate();
        Request fresh = authorized(Request.get("/accounts"));

        assertThat(running.atGateway(fresh).response().status()).isEqualTo(200);
        assertThat(running.atGateway(old).response().status()).isEqualTo(200);
    }

    @Test
    void aChunkedBodyIsAnswered411() {
        String token = kit.forge()
                .managedIdentity(
                        dev.gatehouse.chain.demo.DemoTenant.managedIdentity().clientId(), kit.api())
                .claim("roles", List.of("Accounts.Provision"))
                .compact();
        Request chunked = Request.post("/accounts", "application/json", "{\"id\":\"a\",\"displayName\":\"A\"}")
                .with("Transfer-Encoding", "chunked")
                .with("Authorization", "Bearer " + token);

        assertThat(ExpectedVerdict.of(running.atHost(chunked)))
                .isEqualTo(new ExpectedVerdict(411, Layer.FUNCTION, "length-required"));
        assertThat(running.atFunctionApp(chunked).response().status()).isEqualTo(411);
    }

    @Test
    void aServerAnswersNoHostNameButItsOwn() {
        for (var door : List.of(
                running.chain().doors().gateway(), running.chain().doors().functionApp())) {
            assertThat(RawCall.statusFor(
                            door, "attacker.example", running.chain().tls()))
                    .isEqualTo(421);
        }
    }

    private Request authorized(Request request) {
        return request.with("Authorization", "Bearer " + kit.app().compact());
    }
}
