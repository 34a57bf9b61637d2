package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.TokenCase;
import dev.gatehouse.fixtures.TokenCases;
import dev.gatehouse.fixtures.TokenCasesOfOtherLibraries;
import dev.gatehouse.fixtures.TokenKit;
import dev.gatehouse.fixtures.Verdict;
import dev.gatehouse.local.demo.Caller;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.JourneyJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of tokens, over HTTP at each of the three doors of the running chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTableIT {
    private RunningChain running;
    private TokenKit kit;
    private final List<String> sent = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    @BeforeAll
    void start() {
        running = RunningChain.start();
        kit = running.kit();
    }

    /** Over the whole table, and at every layer: neither in an answer nor in a line of the log. */
    @AfterAll
    void nobodyEverShowedATokenOrAKey() {
        running.close();
        List<String> secrets = new ArrayList<>(sent);
        secrets.addAll(running.chain().keys().secrets());
        assertThat(running.log()).anyMatch(line -> line.contains("\"event\":\"decision\""));
        String everything = String.join("\n", seen) + String.join("\n", running.log());
        assertThat(secrets).allSatisfy(secret -> assertThat(everything).doesNotContain(secret));
        assertThat(everything).doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}");
    }

    static List<TokenCase> tokens() {
        return TokenCases.all().stream().filter(each -> !each.edge()).toList();
    }

    /** With those of which the host's verdict alone is compared. */
    static List<TokenCase> tokensOfTheHost() {
        return Stream.concat(
                        tokens().stream(),
                        TokenCasesOfOtherLibraries.all().stream().filter(each -> !each.edge()))
                .toList();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void throughTheGateway(TokenCase each) {
        check(each, TokenCase::gateway, RunningChain::atGateway);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void pastTheGatewayAtTheFunctionApp(TokenCase each) {
        check(each, TokenCase::functionApp, RunningChain::atFunctionApp);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokensOfTheHost")
    void atTheHostAlone(TokenCase each) {
        check(each, TokenCase::host, RunningChain::atHost);
    }

    private void check(
            TokenCase each,
            Function<TokenCase, Verdict> expected,
            BiFunction<RunningChain, Request, Caller.Answered> door) {
        String token = each.token().apply(kit);
        Caller.Answered answered =
                door.apply(running, Request.get("/accounts").with("Authorization", "Bearer " + token));
        if (token.length() > 20) {
            sent.add(token);
        }
        seen.add(shown(answered));
        assertThat(Verdict.of(answered)).isEqualTo(expected.apply(each));
    }

    private static String shown(Caller.Answered answered) {
        Response response = answered.response();
        return response.headers().asMap() + " " + response.bodyText() + " "
                + answered.journey().map(JourneyJson::write);
    }
}
