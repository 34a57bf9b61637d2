package dev.gatehouse.chain.entra;

import static dev.gatehouse.chain.entra.SignInRequests.accepted;
import static dev.gatehouse.chain.entra.SignInRequests.ofBatch;
import static dev.gatehouse.chain.entra.SignInRequests.ofConsole;
import static dev.gatehouse.chain.entra.SignInRequests.ofPortal;
import static dev.gatehouse.chain.entra.SignInRequests.redeeming;
import static dev.gatehouse.chain.entra.SignInRequests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.RunningContoso.Answer;
import dev.gatehouse.fixtures.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeRedemptionTest {
    private static final String[] CROSS_ORIGIN = {"Origin", Contoso.PORTAL_ORIGIN};

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final RunningContoso contoso = new RunningContoso(clock);
    private final TestBrowser browser = new TestBrowser(contoso.entra);

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void givesTheUsersTokens() {
        Answer answer = contoso.token(redeeming(ofPortal(), accepted(browser, ofPortal())), CROSS_ORIGIN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.claims())
                .containsEntry("aud", Contoso.ACCOUNTS)
                .containsEntry("azp", Contoso.PORTAL)
                .containsEntry("azpacr", "0")
                .containsEntry("oid", Contoso.ADA)
                .containsEntry("scp", "accounts.read");
        assertThat(UnverifiedTokens.claims(answer.json().path("id_token").asText()))
                .containsEntry("aud", Contoso.PORTAL)
                .containsEntry("nonce", "n-0S6")
                .containsEntry("oid", Contoso.ADA);
        assertThat(answer.json().path("refresh_token").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openid api://accounts/accounts.read,         true,  false",
        "offline_access api://accounts/accounts.read, false, true",
        "api://accounts/accounts.read,                false, false",
    })
    void givesOnlyWhatWasAskedFor(String scope, boolean hasIdToken, boolean hasRefreshToken) {
        Map<String, String> request = with(ofConsole(), "scope", scope);
        Answer answer = contoso.token(redeeming(request, accepted(browser, request)));

        assertThat(answer.json().has("id_token")).isEqualTo(hasIdToken);
        assertThat(answer.json().has("refresh_token")).isEqualTo(hasRefreshToken);
    }

    @ParameterizedTest
    @CsvSource({
        "code,          made-up,                                      9002313, invalid_grant",
        "code,          ,                                             900144,  invalid_request",
        "client_id,     33333333-0000-4000-8000-000000000003,         70000,   invalid_grant",
        "client_id,     99999999-0000-4000-8000-000000000009,         700016,  unauthorized_client",
        "client_id,     ,                                             900144,  invalid_request",
        "redirect_uri,  http://localhost:4712,                        500112,  invalid_client",
        "redirect_uri,  ,                                             900144,  invalid_request",
        "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK,  501481,  invalid_grant",
        "code_verifier, ,                                             501481,  invalid_grant",
        "client_secret, a secret,                                     700025,  invalid_client",
    })
    void refuses(String name, String value, int code, String error) {
        Map<String, String> valid = redeeming(ofConsole(), accepted(browser, ofConsole()));
        Answer answer = contoso.token(with(valid, name, value));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(contoso.token(valid).status()).isEqualTo(200); // that refusal was about nothing else
    }

    @Test
    void refusesAVerifierForACodeThatWasRequestedWithoutOne() {
        Map<String, String> request = with(with(ofConsole(), "code_challenge", null), "code_challenge_method", null);
        Map<String, String> form = redeeming(request, accepted(browser, request));

        assertThat(contoso.token(form).code()).isEqualTo(501481);
        assertThat(contoso.token(with(form, "code_verifier", null)).status()).isEqualTo(200);
    }

    @Test
    void redeemsACodeOnce() {
        Map<String, String> form = redeeming(ofConsole(), accepted(browser, ofConsole()));

        assertThat(contoso.token(form).status()).isEqualTo(200);
        assertThat(contoso.token(form).code()).isEqualTo(54005);
    }

    @Test
    void redeemsACodeForTenMinutes() {
        Map<String, String> early = redeeming(ofConsole(), accepted(browser, ofConsole()));
        Map<String, String> late = redeeming(ofConsole(), accepted(browser, ofConsole()));

        clock.move(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(contoso.token(early).status()).isEqualTo(200);
        clock.move(Duration.ofSeconds(1));
        assertThat(contoso.token(late).code()).isEqualTo(70008);
    }

    @Test
    void letsASinglePageApplicationRedeemFromItsPageOnly() {
        Map<String, String> form = redeeming(ofPortal(), accepted(browser, ofPortal()));

        assertThat(contoso.token(form).code()).isEqualTo(9002327);
        assertThat(contoso.token(with(form, "client_secret", "x"), CROSS_ORIGIN).code())
                .isEqualTo(700025);
        assertThat(contoso.token(form, CROSS_ORIGIN).status()).isEqualTo(200);
    }

    @Test
    void demandsPkceOfASinglePageApplication() {
        Map<String, String> request = with(with(ofPortal(), "code_challenge", null), "code_challenge_method", null);
        Map<String, String> form = with(redeeming(request, accepted(browser, request)), "code_verifier", null);

        assertThat(contoso.token(form, CROSS_ORIGIN).code()).isEqualTo(9002325);
    }

    @Test
    void letsNoPageRedeemTheCodesOfOtherPlatforms() {
        Map<String, String> form = redeeming(ofConsole(), accepted(browser, ofConsole()));
        Answer answer = contoso.token(form, CROSS_ORIGIN);

        assertThat(answer.code()).isEqualTo(9002326);
        assertThat(answer.json().path("error_description").asText())
                .contains("Request origin: '" + Contoso.PORTAL_ORIGIN + "'.");
    }

    @Test
    void demandsTheSecretOfAWebApplication() {
        Map<String, String> form = redeeming(ofBatch(), accepted(browser, ofBatch()));

        assertThat(contoso.token(form).code()).isEqualTo(7000218);
        assertThat(contoso.token(with(form, "client_secret", "wrong")).code()).isEqualTo(7000215);
        assertThat(contoso.token(with(form, "client_secret", Contoso.SECRET)).claims())
                .containsEntry("azpacr", "1")
                .containsEntry("oid", Contoso.ADA);
    }

    @Test
    void refusesAPagesOtherGrants() {
        assertThat(contoso.token(
                                Map.of(
                                        "grant_type",
                                        "client_credentials",
                                        "client_id",
                                        Contoso.BATCH,
                                        "client_secret",
                                        Contoso.SECRET,
                                        "scope",
                                        "api://accounts/.default"),
                                CROSS_ORIGIN)
                        .code())
                .isEqualTo(9002326);
    }

    @ParameterizedTest
    @CsvSource({
        "password,                                        does not serve it",
        "urn:ietf:params:oauth:grant-type:saml2-bearer,   does not serve it",
        "made_up,                                         unsupported grant type 'made_up'.",
    })
    void saysWhichGrantsOnlyEntraServes(String grant, String text) {
        Answer answer = contoso.token(Map.of("grant_type", grant));

        assertThat(answer.code()).isEqualTo(70003);
        assertThat(answer.json().path("error_description").asText()).contains(text);
    }

    @Test
    void refusesTheTokensOfAUserWhoWasRemoved() {
        Map<String, String> form = redeeming(ofConsole(), accepted(browser, ofConsole()));
        var before = contoso.entra.directory();
        contoso.entra.replace(Contoso.without(before, Contoso.ADA));

        assertThat(contoso.token(form).code()).isEqualTo(50034);
    }
}
