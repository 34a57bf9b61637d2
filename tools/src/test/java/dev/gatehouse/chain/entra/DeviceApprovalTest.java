package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.entra.RunningContoso.Answer;
import dev.gatehouse.chain.entra.TestBrowser.Shown;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user approves a device's code on the page that the device names. */
class DeviceApprovalTest {
    private final RunningContoso contoso = new RunningContoso();
    private final TestBrowser browser = new TestBrowser(contoso.entra);

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void approves() {
        JsonNode begun = begin("api://accounts/accounts.read");
        Shown accounts = enter(begun.path("user_code").asText());
        assertThat(accounts.body()).contains("Continue only if you started this sign-in on your device.");

        assertThat(browser.submit(accounts, "user", Contoso.ADA).body()).contains("You signed in to Console");
        assertThat(poll(begun).claims()).containsEntry("oid", Contoso.ADA);
    }

    @Test
    void readsACodeAsUsersWriteIt() {
        String code = begin("api://accounts/accounts.read").path("user_code").asText();
        String written = code.toLowerCase(Locale.ROOT).replaceFirst("(....)", "$1-") + " ";

        assertThat(enter(written).body()).contains("Pick an account");
    }

    @Test
    void asksForConsentAndReportsThatItIsDeclined() {
        JsonNode begun = begin("api://accounts/accounts.write");
        Shown consent = browser.submit(enter(begun.path("user_code").asText()), "user", Contoso.ADA);
        assertThat(consent.body()).contains("<code>accounts.write</code>");

        assertThat(browser.submit(consent, "accept", "no").body()).contains("You declined");
        assertThat(poll(begun).json().path("error").asText()).isEqualTo("authorization_declined");
    }

    @Test
    void knowsNoOtherCode() {
        begin("api://accounts/accounts.read");

        Shown page = enter("ABCDEFGHJ");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("That code does not work.");
    }

    @Test
    void acceptsACodeOnce() {
        JsonNode begun = begin("api://accounts/accounts.read");
        String code = begun.path("user_code").asText();
        Shown first = enter(code);
        Shown second = enter(code);
        browser.submit(first, "user", Contoso.ADA);

        assertThat(browser.submit(second, "user", Contoso.ADA).body()).contains("Too late");
        assertThat(enter(code).body()).contains("That code does not work.");
    }

    @Test
    void acceptsOnlyItsOwnForm() {
        String code = begin("api://accounts/accounts.read").path("user_code").asText();

        assertThat(browser.post("/common/oauth2/deviceauth", Map.of("otc", code))
                        .body())
                .contains("Start again");
        assertThat(new TestBrowser(contoso.entra)
                        .submit(browser.open("/common/oauth2/deviceauth"), "otc", code)
                        .body())
                .contains("Start again");
    }

    private JsonNode begin(String scope) {
        return contoso.post(
                        "/" + Contoso.TENANT + "/oauth2/v2.0/devicecode",
                        Map.of("client_id", Contoso.CONSOLE, "scope", scope))
                .json();
    }

    /** Opens the address that devices show, which leads to the page. */
    private Shown enter(String code) {
        Shown lead = browser.open("https://microsoft.com/devicelogin");
        return browser.submit(browser.open(lead.location().orElseThrow()), "otc", code);
    }

    private Answer poll(JsonNode begun) {
        return contoso.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                Contoso.CONSOLE,
                "device_code",
                begun.path("device_code").asText()));
    }
}
