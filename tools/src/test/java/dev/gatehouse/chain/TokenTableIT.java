package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.fixtures.ExpectedVerdict;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenCase;
import dev.gatehouse.fixtures.TokenCases;
import dev.gatehouse.fixtures.TokenCasesOfOtherLibraries;
import dev.gatehouse.fixtures.TokenKit;
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
        running = RunningChain.shared(Snapshots.read(Snapshots.MAIN));
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
        assertThat(everything).doesNotContainPattern(TokenKit.HEADER);
    }

    static List<TokenCase> tokens() {
        return Stream.concat(TokenCases.all().stream(), TokenCasesOfOtherLibraries.all().stream())
                .filter(each -> !each.edge())
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
    @MethodSource("tokens")
    void atTheHostAlone(TokenCase each) {
        check(each, TokenCase::host, RunningChain::atHost);
    }

    private void check(
            TokenCase each,
            Function<TokenCase, ExpectedVerdict> expected,
            BiFunction<RunningChain, Request, DemoCaller.Answered> door) {
        String token = each.token().apply(kit);
        DemoCaller.Answered answered =
                door.apply(running, Request.get("/accounts").with("Authorization", "Bearer " + token));
        if (token.length() > 20) {
            sent.add(token);
        }
        seen.add(shown(answered));
        assertThat(ExpectedVerdict.of(answered)).isEqualTo(expected.apply(each));
    }

    private static String shown(DemoCaller.Answered answered) {
        Response response = answered.response();
        return response.headers().asMap() + " " + response.bodyText() + " "
                + answered.trace().map(TraceJson::write);
    }
}
