package dev.gatehouse.chain.entra;

import static dev.gatehouse.chain.entra.SignInRequests.accepted;
import static dev.gatehouse.chain.entra.SignInRequests.ofConsole;
import static dev.gatehouse.chain.entra.SignInRequests.ofPortal;
import static dev.gatehouse.chain.entra.SignInRequests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.entra.TestBrowser.Shown;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One valid request, changed in one place per case: refusals of the address on a page, all others at the address. */
class AuthorizeEndpointTest {
    static RunningContoso contoso;

    private TestBrowser browser;

    @BeforeAll
    static void start() {
        contoso = new RunningContoso();
    }

    @AfterAll
    static void stop() {
        contoso.close();
    }

    @BeforeEach
    void open() {
        browser = new TestBrowser(contoso.entra);
    }

    @Test
    void answersTheValidRequestWithACodeAndTheState() {
        Shown answer = accepted(browser, ofConsole());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).get().asString().startsWith("http://localhost:4711/?code=");
        assertThat(answer.sentOn()).containsEntry("state", "a state & more").containsKey("code");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,    ,                                      900144",
        "client_id,    99999999-0000-4000-8000-000000000009,  700016",
        "client_id,    33333333-0000-4000-8000-000000000002,  50011",
        "redirect_uri, ,                                      900971",
        "redirect_uri, https://portal.contoso.example/auth,   50011",
        "redirect_uri, https://portal.contoso.example/Auth/,  50011",
        "redirect_uri, https://portal.contoso.example:444/Auth, 50011",
        "redirect_uri, https://evil.example/Auth,             50011",
        "redirect_uri, 'javascript:alert(1)',                 50011",
        "redirect_uri, '//evil.example',                      50011",
        "redirect_uri, '<b>',                                 50011",
    })
    void showsWhatIsWrongWithTheAddressAndSendsNothingThere(String name, String value, int code) {
        Shown page = browser.authorize(with(ofPortal(), name, value));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.code()).isEqualTo(code);
        assertThat(page.location()).isEmpty();
        assertThat(page.body()).doesNotContain("<b>", "javascript:alert(1)\"");
    }

    @Test
    void namesTheRegisteredAddressesWhereAnotherWasRequested() {
        Shown page = browser.authorize(with(ofPortal(), "redirect_uri", "https://evil.example/"));

        assertThat(page.body())
                .contains("The redirect URI &#39;https://evil.example/&#39; specified in the request does not match")
                .contains("Registered for Portal: " + Contoso.PORTAL_ORIGIN + ", " + Contoso.PORTAL_ORIGIN
                        + "/Auth (single-page application).");
    }

    @Test
    void refusesAParameterThatIsSentTwice() {
        String twice = TestBrowser.encoded(ofPortal()) + "&redirect_uri=https%3A%2F%2Fevil.example%2F";
        Shown page = browser.open("/" + Contoso.TENANT + "/oauth2/v2.0/authorize?" + twice);

        assertThat(page.code()).isEqualTo(9000411);
        assertThat(page.location()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "common,                               50194",
        "organizations,                        50194",
        "99999999-0000-4000-8000-000000000009, 90002",
    })
    void signsInUnderItsOwnTenantOnly(String tenant, int code) {
        Shown page = browser.open("/" + tenant + "/oauth2/v2.0/authorize?" + TestBrowser.encoded(ofPortal()));

        assertThat(page.code()).isEqualTo(code);
        assertThat(page.location()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,         ,                             900144,  invalid_request",
        "response_type,         token,                        700054,  unsupported_response_type",
        "response_type,         code id_token,                700054,  unsupported_response_type",
        "response_type,         password,                     70005,   unsupported_response_type",
        "response_mode,         web_message,                  70007,   invalid_request",
        "scope,                 ,                             900144,  invalid_request",
        "scope,                 accounts,                     650053,  invalid_scope",
        "scope,                 api://nowhere/.default,       500011,  invalid_resource",
        "scope,                 api://accounts/accounts.all,  650053,  invalid_scope",
        "scope,                 api://accounts/accounts.read api://ledger/ledger.read, 700022, invalid_scope",
        "code_challenge,        short,                        501491,  invalid_request",
        "code_challenge,        ,                             501491,  invalid_request",
        "code_challenge_method, S512,                         90023,   invalid_request",
        "prompt,                create,                       90023,   invalid_request",
        "prompt,                none,                         50058,   login_required",
    })
    void sendsOtherRefusalsToTheAddress(String name, String value, int code, String error) {
        Shown answer = browser.authorize(with(ofPortal(), name, value));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).get().asString().startsWith(SignInRequests.PORTAL + "?error=");
        assertThat(answer.sentOn()).containsEntry("error", error).containsEntry("state", "a state & more");
        assertThat(answer.sentOn().get("error_description")).startsWith("AADSTS" + code + ": ");
    }

    @Test
    void answersInTheFragment() {
        Shown answer = browser.authorize(with(with(ofPortal(), "response_mode", "fragment"), "prompt", "none"));

        assertThat(answer.location()).get().asString().startsWith(SignInRequests.PORTAL + "#error=login_required&");
    }

    @Test
    void answersWithAFormThatTheBrowserSends() {
        Shown page = accepted(browser, with(ofConsole(), "response_mode", "form_post"));

        assertThat(page.action()).isEqualTo("http://localhost:4711");
        assertThat(page.hidden()).containsEntry("state", "a state & more").containsKey("code");
        assertThat(page.header("Content-Security-Policy"))
                .contains("form-action http://localhost:4711;".replace(";", ""))
                .contains("script-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void remembersTheUserOfTheBrowser() {
        accepted(browser, ofConsole());

        assertThat(browser.authorize(ofConsole()).sentOn()).containsKey("code");
        assertThat(browser.authorize(with(ofConsole(), "prompt", "none")).sentOn())
                .containsKey("code");
        assertThat(new TestBrowser(contoso.entra).authorize(ofConsole()).body()).contains("Pick an account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "select_account"})
    void asksAgainOnRequest(String prompt) {
        accepted(browser, ofConsole());

        assertThat(browser.authorize(with(ofConsole(), "prompt", prompt)).body())
                .contains("Pick an account");
    }

    @Test
    void asksWhoItIsWhereTheClientExpectsAnotherUser() {
        accepted(browser, ofConsole());
        Map<String, String> bob = with(ofConsole(), "login_hint", "BOB_fabrikam.example#EXT#@contoso.example");

        Shown page = browser.authorize(bob);
        assertThat(page.body()).contains("Pick an account");
        assertThat(page.body().indexOf("Bob")).isLessThan(page.body().indexOf("Ada"));
        assertThat(browser.authorize(with(bob, "prompt", "none")).sentOn()).containsEntry("error", "login_required");
        assertThat(browser.authorize(with(ofConsole(), "login_hint", "Ada@contoso.example"))
                        .sentOn())
                .containsKey("code");
    }

    @Test
    void signsOut() {
        accepted(browser, ofConsole());
        String logout = "/" + Contoso.TENANT + "/oauth2/v2.0/logout";

        assertThat(browser.open(logout + "?post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F")
                        .location())
                .isEmpty();
        assertThat(browser.authorize(ofConsole()).body()).contains("Pick an account");
        assertThat(browser.open(logout + "?post_logout_redirect_uri=https%3A%2F%2Fportal.contoso.example")
                        .location())
                .hasValue(Contoso.PORTAL_ORIGIN + "/");
    }

    @Test
    void saysThatTheOldEndpointIsNotServed() {
        assertThat(browser.open("/" + Contoso.TENANT + "/oauth2/authorize?" + TestBrowser.encoded(ofPortal()))
                        .body())
                .contains("Not served");
    }
}
