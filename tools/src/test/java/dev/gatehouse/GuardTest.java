package dev.gatehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.ContractReader;
import dev.gatehouse.contract.ContractResult;
import dev.gatehouse.fixtures.RunningEntra;
import dev.gatehouse.fixtures.TokenCase;
import dev.gatehouse.fixtures.TokenCases;
import dev.gatehouse.fixtures.TokenCasesOfOtherLibraries;
import dev.gatehouse.fixtures.TokenKit;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.middleware.Authorizer;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.test.TestContext;
import dev.gatehouse.test.TestRequest;
import dev.gatehouse.test.TestResponse;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.TokenPolicy;
import dev.gatehouse.token.TrustedIssuers;
import dev.gatehouse.token.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The guard and the verifier behind it, over the whole table of tokens, at a clock that stands still. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private RunningEntra entra;
    private TokenKit kit;
    private Guard guard;

    @BeforeAll
    void start(@TempDir Path folder) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        entra = RunningEntra.start(folder, clock);
        kit = entra.kit(NOW);
        guard = guard(((ContractResult.Valid) ContractReader.readOwn()).contract());
    }

    private Guard guard(Contract contract) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Settings settings = ((Settings.Reading.Valid) Settings.read(entra.appSettings())).settings();
        TokenPolicy policy = settings.tokenPolicy(contract);
        TrustedIssuers issuers = new TrustedIssuers(settings.loginEndpoint(), policy);
        IssuerKeys keys = new IssuerKeys(entra.documents(), clock, Runnable::run, notice -> {});
        return new Guard(
                Authorizer.by(
                        contract,
                        new Verifier(issuers, new SignatureCheck(keys), policy, clock),
                        settings.forwardingGateway()),
                contract.api(),
                () -> true);
    }

    /** The sample's contract, with other roles of the first operation. */
    private static Contract contract(String roles) throws IOException {
        String json = Files.readString(Path.of("contract/security.json"))
                .replaceFirst("\"roles\": \\[\"Accounts.Read\"]", Matcher.quoteReplacement(roles));
        return ((ContractResult.Valid) ContractReader.read(json.getBytes(StandardCharsets.UTF_8))).contract();
    }

    @AfterAll
    void stop() {
        entra.close();
    }

    static List<TokenCase> tokens() {
        return Stream.concat(TokenCases.all().stream(), TokenCasesOfOtherLibraries.all().stream())
                .toList();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("tokens")
    void answersEveryTokenOfTheTable(TokenCase each) throws IOException {
        String token = each.token().apply(kit);
        TestContext context = new TestContext("listAccounts");

        HttpResponseMessage response =
                guard.admit(TestRequest.get("accounts").bearing(token), context, caller -> served());

        assertThat(response.getStatusCode()).isEqualTo(each.host().status());
        JsonNode line = decision(context);
        assertThat(line.get("status").asInt()).isEqualTo(each.host().status());
        if (each.host().status() == 200) {
            assertThat(line.get("outcome").asText()).isEqualTo("admitted");
            assertThat(line.get("uti").asText()).isNotEmpty();
        } else {
            assertThat(TestResponse.errorCode(response)).isEqualTo(each.host().reason());
            assertThat(line.at("/reasons/0/code").asText())
                    .isEqualTo(each.host().reason());
        }
        assertThat(response.getBody().toString() + ((TestResponse) response).headers() + context.log())
                .doesNotContain(token)
                .doesNotContainPattern(TokenKit.HEADER);
    }

    @Test
    void theTableIsLargeAndItsNamesDiffer() {
        assertThat(tokens().stream().filter(each -> each.host().status() != 200))
                .hasSizeGreaterThanOrEqualTo(40);
        assertThat(tokens()).extracting(TokenCase::name).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheCallerTheFirstReasonAndTheLogAll() throws IOException {
        TestContext context = new TestContext("listAccounts");
        String token = kit.unlisted()
                .claim("aud", "api://ledger")
                .claim("exp", kit.now().getEpochSecond() - 3_600)
                .withoutClaim("nbf")
                .compact();

        HttpResponseMessage response =
                guard.admit(TestRequest.get("accounts").bearing(token), context, caller -> served());

        assertThat(response.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"gatehouse-accounts\", error=\"invalid_token\","
                        + " error_description=\"the token is meant for another audience\"");
        assertThat(decision(context).get("reasons").findValuesAsText("code"))
                .containsExactly("audience-mismatch", "token-expired", "client-not-allowed");
    }

    @Test
    void namesNobodyInTheLogWhileTheSignatureDoesNotHold() throws IOException {
        TestContext context = new TestContext("listAccounts");
        String good = kit.app().compact();

        guard.admit(
                TestRequest.get("accounts").bearing(good.substring(0, good.length() - 8)), context, caller -> served());

        assertThat(decision(context).has("uti")).isFalse();
        assertThat(decision(context).has("client")).isFalse();
        assertThat(decision(context).has("oid")).isFalse();
    }

    @Test
    void answersAMissingTokenWithABareChallenge() throws IOException {
        HttpResponseMessage response =
                guard.admit(TestRequest.get("accounts"), new TestContext("listAccounts"), caller -> served());

        assertThat(response.getStatusCode()).isEqualTo(401);
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"gatehouse-accounts\"");
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
        assertThat(new ObjectMapper().readTree((String) response.getBody()))
                .isEqualTo(new ObjectMapper()
                        .valueToTree(Map.of(
                                "type", "urn:gatehouse:problem:token-missing",
                                "title", "no bearer token was sent",
                                "status", 401,
                                "help", "docs/troubleshooting.md#token-missing",
                                "traceId", "0af7651916cd43dd8448eb211c80319c")));
    }

    @Test
    void tellsAUserWhichScopeToAskFor() {
        String token = kit.user().claim("scp", "profile.read").compact();

        HttpResponseMessage response = guard.admit(
                TestRequest.get("accounts").bearing(token), new TestContext("listAccounts"), caller -> served());

        assertThat(response.getHeader("WWW-Authenticate"))
                .startsWith("Bearer realm=\"gatehouse-accounts\", error=\"insufficient_scope\"")
                .endsWith(", scope=\"accounts.read\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "accounts.read, '', role-missing, ''",
        "profile.read, Accounts.User, scope-missing, accounts.read",
        "profile.read, '', role-missing, accounts.read",
    })
    void wantsAScopeAndARoleOfAUserWhereBothAreListed(String scopes, String role, String reason, String toAskFor)
            throws IOException {
        TestContext context = new TestContext("listAccounts");
        TokenDraft user = kit.user().claim("scp", scopes).claim("roles", List.of(role));
        Guard withUserRole = guard(contract("\"roles\": [\"Accounts.Read\", \"Accounts.User\"]"));

        HttpResponseMessage response =
                withUserRole.admit(TestRequest.get("accounts").bearing(user.compact()), context, caller -> served());

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(decision(context).at("/reasons/0/code").asText()).isEqualTo(reason);
        String challenge = response.getHeader("WWW-Authenticate");
        assertThat(challenge).contains("error=\"insufficient_scope\"");
        if (toAskFor.isEmpty()) {
            assertThat(challenge).doesNotContain("scope=\"");
        } else {
            assertThat(challenge).endsWith(", scope=\"" + toAskFor + "\"");
        }
    }

    @Test
    void admitsAUserWithBoth() throws IOException {
        TokenDraft user = kit.user().claim("roles", List.of("Accounts.User"));
        Guard withUserRole = guard(contract("\"roles\": [\"Accounts.Read\", \"Accounts.User\"]"));

        assertThat(withUserRole
                        .admit(
                                TestRequest.get("accounts").bearing(user.compact()),
                                new TestContext("listAccounts"),
                                caller -> served())
                        .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAFunctionThatTheContractDoesNotKnow() {
        HttpResponseMessage response = guard.admit(
                TestRequest.get("accounts").bearing(kit.app().compact()),
                new TestContext("forgotten"),
                caller -> served());

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(TestResponse.errorCode(response)).isEqualTo("misconfigured");
    }

    @Test
    void opensOnlyWhatTheContractCallsPublic() {
        assertThat(guard.open(TestRequest.get("accounts"), new TestContext("health"), GuardTest::served)
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(guard.open(TestRequest.get("accounts"), new TestContext("listAccounts"), GuardTest::served)
                        .getStatusCode())
                .isEqualTo(503);
        assertThat(guard.admit(
                                TestRequest.get("accounts").bearing(kit.app().compact()),
                                new TestContext("health"),
                                caller -> served())
                        .getStatusCode())
                .isEqualTo(503);
    }

    /** The host answers 500 for it, as it would without a guard. */
    @Test
    void logsWhatAFunctionThrowsAndLetsItPass() throws IOException {
        TestContext context = new TestContext("listAccounts");
        String token = kit.app().compact();
        IOException failure = new IOException("quoting " + token);

        assertThatThrownBy(() -> guard.admit(TestRequest.get("accounts").bearing(token), context, caller -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(decision(context).get("outcome").asText()).isEqualTo("failed");
        assertThat(decision(context).get("status").asInt()).isEqualTo(500);
        assertThat(decision(context).has("client")).isTrue();
        assertThat(context.log().toString())
                .contains("IOException: quoting [token]")
                .doesNotContain(token);
    }

    /** The host answers 204 for it. */
    @Test
    void letsAFunctionReturnNothing() throws IOException {
        TestContext context = new TestContext("listAccounts");

        assertThat(guard.admit(TestRequest.get("accounts").bearing(kit.app().compact()), context, caller -> null))
                .isNull();
        assertThat(decision(context).get("status").asInt()).isEqualTo(204);
    }

    @Test
    void answersMethodsThatTheContractDoesNotListWithThoseItDoes() {
        HttpResponseMessage response = guard.admit(
                TestRequest.get("accounts").bearing(kit.app().compact()).withMethod(HttpMethod.DELETE),
                new TestContext("listAccounts"),
                caller -> served());

        assertThat(response.getStatusCode()).isEqualTo(405);
        assertThat(response.getHeader("Allow")).isEqualTo("GET");
        assertThat(TestResponse.errorCode(response)).isEqualTo("method-not-allowed");
    }

    @Test
    void leavesOutATraceIdThatIsNone() {
        TestContext context = new TestContext("listAccounts", "00-\r\nforged-b7ad6b7169203331-01");

        guard.admit(TestRequest.get("accounts"), context, caller -> served());

        assertThat(context.log()).singleElement().asString().doesNotContain("traceId", "forged");
    }

    private static HttpResponseMessage served() {
        return TestRequest.get("accounts")
                .createResponseBuilder(HttpStatus.OK)
                .body("served")
                .build();
    }

    private static JsonNode decision(TestContext context) throws IOException {
        assertThat(context.log()).hasSize(1);
        return new ObjectMapper().readTree(context.log().get(0).replaceFirst("^[A-Z]+ ", ""));
    }
}
