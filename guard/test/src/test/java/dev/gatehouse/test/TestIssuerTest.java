package dev.gatehouse.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.Gatehouse;
import dev.gatehouse.Settings;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.middleware.Guard;
import dev.gatehouse.token.TokenVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestIssuerTest {
    private static final String OTHER = "11111111-2222-3333-4444-555555555555";

    private TestIssuer issuer;

    @BeforeEach
    void start() {
        issuer = TestIssuer.start().install();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @EnumSource
    void theGuardAcceptsAnApp(TokenVersion version) {
        HttpResponseMessage response = read(issuer.app("Orders.Read").inVersion(version));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("7 of " + TestCaller.APP);
    }

    @ParameterizedTest
    @EnumSource
    void theGuardAcceptsAUser(TokenVersion version) {
        assertThat(read(issuer.user("orders.read").inVersion(version)).getBody())
                .isEqualTo("7 of " + TestCaller.USER);
    }

    @Test
    void theGuardAsksAUserForTheScopeWhateverTheRole() {
        TestCaller admin = TestCaller.user("profile").withRoles("Orders.Admin");

        assertThat(TestResponse.errorCode(read(issuer.token(admin)))).isEqualTo("scope-missing");
    }

    static Stream<Arguments> rejected() {
        return Stream.of(
                rejected("expired", 401, "token-expired", TestToken::expired),
                rejected("audience", 401, "audience-mismatch", TestToken::forAnotherAudience),
                rejected("issuer", 401, "issuer-mismatch", TestToken::fromAnotherIssuer),
                rejected("tampered", 401, "signature-invalid", TestToken::tampered),
                rejected("unknown key", 401, "key-unknown", TestToken::signedByUnknownKey),
                rejected("no exp", 401, "token-expired", token -> token.without("exp")),
                rejected("roles as text", 401, "claim-malformed", token -> token.with("roles", "Orders.Read")),
                rejected("tenant", 401, "tenant-not-allowed", token -> token.with("tid", OTHER)),
                rejected("no role", 403, "role-missing", token -> token.without("roles")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejected")
    void theGuardRejectsATokenWithOneThingWrong(
            String name, int status, String code, Function<TestToken, TestToken> change) {
        for (TokenVersion version : TokenVersion.values()) {
            HttpResponseMessage response =
                    read(change.apply(issuer.app("Orders.Read").inVersion(version)));

            assertThat(response.getStatusCode()).isEqualTo(status);
            assertThat(TestResponse.errorCode(response)).isEqualTo(code);
        }
    }

    @Test
    void aChangeKeepsThoseBeforeIt() {
        TestToken token =
                issuer.user("orders.read").expired().inVersion(TokenVersion.V1).with("acct", 0);

        assertThat(TestResponse.errorCode(read(token))).isEqualTo("token-expired");
    }

    @Test
    void theFunctionGetsTheCallerOfTheGateway() {
        TestCaller user =
                TestCaller.user("orders.read").withRoles("Orders.Admin").throughGateway();
        List<Caller> callers = new ArrayList<>();

        HttpResponseMessage response = issuer.guard()
                .admit(TestRequest.get("orders/7").with(issuer.token(user)), new TestContext("readOrder"), caller -> {
                    callers.add(caller);
                    return TestRequest.get("")
                            .createResponseBuilder(com.microsoft.azure.functions.HttpStatus.OK)
                            .build();
                });

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(callers).containsExactly(user.caller());
    }

    @Test
    void theGuardChecksTheCallerOfTheGateway() {
        assertThat(TestResponse.errorCode(read(issuer.token(TestCaller.app().throughGateway()))))
                .isEqualTo("role-missing");
    }

    @Test
    void settingsDecideWhoMayCall() {
        TestCaller caller = TestCaller.app("Orders.Read").withClient(OTHER);

        assertThat(TestResponse.errorCode(read(issuer.token(caller)))).isEqualTo("client-not-allowed");
        try (TestIssuer open =
                TestIssuer.start(Map.of(Settings.ALLOWED_CLIENTS, OTHER)).install()) {
            assertThat(read(open.token(caller)).getStatusCode()).isEqualTo(200);
        }
    }

    @Test
    void severalTenantsShareTheirDiscovery() {
        Map<String, String> two = Map.of(Settings.TENANT_IDS, TestCaller.TENANT + "," + OTHER);
        try (TestIssuer tenants = TestIssuer.start(two).install()) {
            TestToken token = tenants.token(TestCaller.app("Orders.Read").withTenant(OTHER));

            assertThat(read(token).getStatusCode()).isEqualTo(200);
            assertThat(read(token.inVersion(TokenVersion.V1)).getStatusCode()).isEqualTo(200);
        }
    }

    @Test
    void namesEveryFaultySetting() {
        assertThatThrownBy(() -> TestIssuer.start(Map.of(Settings.TENANT_IDS, "contoso", Settings.API_CLIENT_ID, " ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(Settings.TENANT_IDS, Settings.API_CLIENT_ID);
    }

    @Test
    void tokensOfAnotherIssuerAreWorthNothing() {
        try (TestIssuer other = TestIssuer.start()) {
            assertThat(TestResponse.errorCode(read(other.app("Orders.Read")))).isEqualTo("signature-invalid");
        }
    }

    @Test
    void theFormerGuardComesBack() {
        Guard former = Gatehouse.guard();
        try (TestIssuer inner = TestIssuer.start().install().install()) {
            assertThat(Gatehouse.guard()).isSameAs(inner.guard()).isNotSameAs(former);
        }
        assertThat(Gatehouse.guard()).isSameAs(former).isSameAs(issuer.guard());
    }

    @Test
    void theGuardIsReady() {
        assertThat(issuer.guard().isReady()).isTrue();
    }

    private static Arguments rejected(String name, int status, String code, Function<TestToken, TestToken> change) {
        return arguments(name, status, code, change);
    }

    private static HttpResponseMessage read(TestToken token) {
        TestRequest<Optional<String>> request = TestRequest.get("orders/7").with(token);
        return new OrderFunctions_Guarded().readOrder(request, "7", new TestContext("readOrder"));
    }
}
