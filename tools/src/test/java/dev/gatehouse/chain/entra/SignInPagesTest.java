package dev.gatehouse.chain.entra;

import static dev.gatehouse.chain.entra.SignInRequests.accepted;
import static dev.gatehouse.chain.entra.SignInRequests.ofConsole;
import static dev.gatehouse.chain.entra.SignInRequests.ofPortal;
import static dev.gatehouse.chain.entra.SignInRequests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.TestBrowser.Shown;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users see and allow, and which forms are accepted. */
class SignInPagesTest {
    private static final String OTHER_SITE = "https://evil.example";

    private final RunningContoso contoso = new RunningContoso();
    private final TestBrowser browser = new TestBrowser(contoso.entra);

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void listsTheScopesAndRemembersTheConsent() {
        Shown consent = browser.submit(browser.authorize(ofPortal()), "user", Contoso.ADA);
        assertThat(consent.body())
                .contains("<b>Portal</b> would like to:")
                .contains("<li>Use <code>accounts.read</code> of Accounts</li>")
                .contains("<li>Sign you in</li><li>View your basic profile</li>"
                        + "<li>Maintain access to data you have given it access to</li>");

        assertThat(browser.submit(consent, "accept", "yes").sentOn()).containsKey("code");
        assertThat(browser.authorize(ofPortal()).sentOn()).containsKey("code");
        assertThat(browser.authorize(with(ofPortal(), "prompt", "consent")).body())
                .contains("Permissions requested");
    }

    @Test
    void asksForWhatIsNewOnly() {
        accepted(browser, ofPortal());
        Map<String, String> more = with(ofPortal(), "scope", "api://accounts/accounts.write");

        Shown consent = browser.authorize(more);
        assertThat(consent.body()).contains("accounts.write").doesNotContain("accounts.read");
        assertThat(browser.authorize(with(more, "prompt", "none")).sentOn())
                .containsEntry("error", "interaction_required");
    }

    @Test
    void keepsTheConsentWhenTheAppIsDeployedAgain() {
        var deployed = contoso.entra.directory();
        accepted(browser, ofPortal());
        contoso.entra.redeploy(deployed);

        assertThat(browser.authorize(ofPortal()).sentOn()).containsKey("code");
        contoso.entra.replace(deployed);
        assertThat(browser.authorize(ofPortal()).body()).contains("Permissions requested");
    }

    @Test
    void reportsThatTheUserDeclined() {
        Shown consent = browser.submit(browser.authorize(ofPortal()), "user", Contoso.ADA);
        Shown answer = browser.submit(consent, "accept", "no");

        assertThat(answer.sentOn())
                .containsEntry("error", "access_denied")
                .containsEntry("error_subcode", "cancel")
                .containsEntry("state", "a state & more");
        assertThat(answer.sentOn().get("error_description")).startsWith("AADSTS65004: ");
        assertThat(browser.authorize(ofPortal()).body()).contains("Permissions requested");
    }

    @Test
    void showsAUserWhoIsNotAssignedWhy() {
        Map<String, String> ledger = with(ofConsole(), "scope", "api://ledger/ledger.read");
        Shown page = browser.submit(browser.authorize(ledger), "user", Contoso.BOB);

        assertThat(page.code()).isEqualTo(50105);
        assertThat(page.location()).isEmpty();
        assertThat(browser.authorize(with(ledger, "prompt", "none")).sentOn())
                .containsEntry("error", "interaction_required");
    }

    @ParameterizedTest
    @CsvSource({
        "canary, made-up,     ''",
        "canary, ,            ''",
        "flow,   made-up,     ''",
        "flow,   ,            ''",
        "user,   made-up,     ''",
        "'',     ,            " + OTHER_SITE,
        "'',     ,            null",
    })
    void acceptsOnlyItsOwnForms(String changed, String value, String origin) {
        Shown accounts = browser.authorize(ofConsole());
        Map<String, String> fields = with(with(accounts.hidden(), "user", Contoso.ADA), changed, value);
        String[] headers = origin.isEmpty() ? new String[0] : new String[] {"Origin", origin};

        Shown page = browser.post(accounts.action(), fields, headers);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Start again");
        assertThat(page.location()).isEmpty();
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(browser.submit(accounts, "user", Contoso.ADA, "Origin", "https://login.microsoftonline.com")
                        .sentOn())
                .containsKey("code");
    }

    @Test
    void acceptsNoFormOfAnotherBrowser() {
        Shown accounts = browser.authorize(ofConsole());
        TestBrowser victim = new TestBrowser(contoso.entra);
        Shown ofVictim = victim.authorize(ofConsole());

        assertThat(victim.submit(accounts, "user", Contoso.ADA).status()).isEqualTo(400);
        Map<String, String> mixed =
                with(ofVictim.hidden(), "flow", accounts.hidden().get("flow"));
        assertThat(victim.post(ofVictim.action(), with(mixed, "user", Contoso.ADA))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void consentsForTheUserWhoWasShown() {
        Shown consent = browser.submit(browser.authorize(ofPortal()), "user", Contoso.ADA);
        browser.submit(browser.authorize(with(ofConsole(), "prompt", "login")), "user", Contoso.BOB);

        Shown answer = browser.submit(consent, "accept", "yes");
        var tokens = contoso.token(SignInRequests.redeeming(ofPortal(), answer), "Origin", Contoso.PORTAL_ORIGIN);
        assertThat(tokens.claims()).containsEntry("oid", Contoso.ADA);
    }

    @Test
    void acceptsAFormOnce() {
        Shown consent = browser.submit(browser.authorize(ofPortal()), "user", Contoso.ADA);
        browser.submit(consent, "accept", "yes");

        assertThat(browser.submit(consent, "accept", "yes").body()).contains("Start again");
    }

    @Test
    void cannotBeFramedAndLoadsNothing() {
        Shown page = browser.authorize(ofPortal());

        assertThat(page.header("Content-Security-Policy"))
                .matches("default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' https://portal.contoso.example");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(page.header("Set-Cookie"))
                .startsWith("__Host-browser=")
                .endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void letsPagesReadWhatIsNotAPage() {
        assertThat(browser.open("/" + Contoso.TENANT + "/v2.0/.well-known/openid-configuration")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        Shown refused = browser.post("/" + Contoso.TENANT + "/oauth2/v2.0/token", Map.of());
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }
}
