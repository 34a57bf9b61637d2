package dev.gatehouse.chain.entra;

import static dev.gatehouse.chain.entra.SignInRequests.accepted;
import static dev.gatehouse.chain.entra.SignInRequests.ofConsole;
import static dev.gatehouse.chain.entra.SignInRequests.ofPortal;
import static dev.gatehouse.chain.entra.SignInRequests.redeeming;
import static dev.gatehouse.chain.entra.SignInRequests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.RunningContoso.Answer;
import dev.gatehouse.chain.entra.directory.AccessPolicy;
import dev.gatehouse.chain.entra.directory.AccessPolicy.Demand;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.fixtures.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTokenTest {
    private static final String[] CROSS_ORIGIN = {"Origin", Contoso.PORTAL_ORIGIN};

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final RunningContoso contoso = new RunningContoso(clock);
    private final TestBrowser browser = new TestBrowser(contoso.entra);

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void givesNewTokens() {
        Answer answer = contoso.token(ofConsoles());

        assertThat(answer.claims()).containsEntry("oid", Contoso.ADA).containsEntry("scp", "accounts.read");
        assertThat(answer.json().has("id_token")).isTrue();
        assertThat(contoso.token(with(ofConsoles(), "refresh_token", refreshToken(answer)))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "refresh_token, made-up,                               9002313, invalid_grant",
        "refresh_token, ,                                      900144,  invalid_request",
        "client_id,     33333333-0000-4000-8000-000000000003,  70000,   invalid_grant",
        "client_secret, a secret,                              700025,  invalid_client",
        "scope,         api://accounts/accounts.write,         65001,   invalid_grant",
        "scope,         api://accounts/accounts.all,           650053,  invalid_scope",
        "scope,         api://nowhere/.default,                500011,  invalid_resource",
    })
    void refuses(String name, String value, int code, String error) {
        Answer answer = contoso.token(with(ofConsoles(), name, value));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
    }

    @Test
    void ofASinglePageApplicationEndsADayAfterTheSignIn() {
        Map<String, String> first = ofPortals();
        clock.move(RefreshTokens.OF_SPA.minusSeconds(1));
        Answer renewed = contoso.token(first, CROSS_ORIGIN);
        assertThat(renewed.status()).isEqualTo(200);

        clock.move(Duration.ofSeconds(1));
        Answer late = contoso.token(with(first, "refresh_token", refreshToken(renewed)), CROSS_ORIGIN);
        assertThat(late.code()).isEqualTo(700084);
        assertThat(late.json().path("error_description").asText())
                .contains("lifetime of 1.00:00:00", "issued on 2026-01-01T23:59:59Z");
    }

    @Test
    void ofOthersEndsNinetyDaysAfterTheLastUse() {
        Map<String, String> first = ofConsoles();
        clock.move(RefreshTokens.OF_OTHERS.minusSeconds(1));
        Answer renewed = contoso.token(first);
        clock.move(RefreshTokens.OF_OTHERS.minusSeconds(1));
        assertThat(contoso.token(with(first, "refresh_token", refreshToken(renewed)))
                        .status())
                .isEqualTo(200);

        assertThat(contoso.token(first).code()).isEqualTo(700082);
    }

    @Test
    void isUsedWhereItsCodeWas() {
        assertThat(contoso.token(ofPortals()).code()).isEqualTo(9002327);
        assertThat(contoso.token(ofConsoles(), CROSS_ORIGIN).code()).isEqualTo(9002326);
    }

    @Test
    void meetsPoliciesAsItIsUsedWithoutTheUser() {
        Map<String, String> form = ofConsoles();
        Directory before = contoso.entra.directory();
        AccessPolicy policy =
                new AccessPolicy("p1", Contoso.ACCOUNTS, Demand.MULTIFACTOR_AUTHENTICATION, List.of(Contoso.ADA));
        contoso.entra.replace(before.granting(before.grants().restrictedBy(List.of(policy))));

        Answer answer = contoso.token(form);
        assertThat(answer.code()).isEqualTo(50076);
        assertThat(answer.json().path("claims").asText()).contains("p1");
    }

    private Map<String, String> ofConsoles() {
        return using(Contoso.CONSOLE, contoso.token(redeeming(ofConsole(), accepted(browser, ofConsole()))));
    }

    private Map<String, String> ofPortals() {
        return using(Contoso.PORTAL, contoso.token(redeeming(ofPortal(), accepted(browser, ofPortal())), CROSS_ORIGIN));
    }

    private static Map<String, String> using(String client, Answer tokens) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", client);
        form.put("refresh_token", refreshToken(tokens));
        form.put("scope", "openid profile offline_access api://accounts/accounts.read");
        return form;
    }

    private static String refreshToken(Answer tokens) {
        return tokens.json().path("refresh_token").asText();
    }
}
