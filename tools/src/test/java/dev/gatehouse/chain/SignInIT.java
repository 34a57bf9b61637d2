package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoUser;
import dev.gatehouse.chain.entra.TestBrowser;
import dev.gatehouse.chain.entra.TestBrowser.Shown;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.deployment.contract.BrowserOrigins;
import dev.gatehouse.fixtures.Snapshots;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users sign in on the pages, through unmodified MSAL4J, and their tokens open what the contract says. */
class SignInIT {
    private static final String ADA = DemoUser.ADA.user().objectId();

    private static final String ORIGIN = "http://localhost:5173";

    static RunningChain running;

    private final TestBrowser browser =
            new TestBrowser(running.chain().entra(), running.chain().tls());

    @BeforeAll
    static void start() {
        running = RunningChain.start(BrowserOrigins.allow(Snapshots.read(Snapshots.MAIN), List.of(ORIGIN)));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void signsInWithACodeAndRenewsTheToken() throws Exception {
        PublicClientApplication desktop = desktop();
        IAuthenticationResult result =
                done(desktop.acquireToken(InteractiveRequestParameters.builder(URI.create("http://localhost"))
                        .scopes(Set.of(scope("accounts.read")))
                        .systemBrowserOptions(SystemBrowserOptions.builder()
                                .openBrowserAction(url -> signInAt(url.toString()))
                                .build())
                        .build()));
        assertThat(result.account().username()).isEqualTo("ada@example.com");
        assertThat(status("accounts", result.accessToken())).isEqualTo(200);

        IAuthenticationResult renewed = done(
                desktop.acquireTokenSilently(SilentParameters.builder(Set.of(scope("accounts.read")), result.account())
                        .forceRefresh(true)
                        .build()));
        assertThat(renewed.accessToken()).isNotEqualTo(result.accessToken());
        assertThat(status("accounts", renewed.accessToken())).isEqualTo(200);
    }

    @Test
    void signsInWithADeviceCodeThatTheUserApproves() throws Exception {
        CompletableFuture<Void> returned = new CompletableFuture<>(); // MSAL4J asks what it returns on another thread
        CompletableFuture<IAuthenticationResult> acquisition = desktop()
                .acquireToken(DeviceCodeFlowParameters.builder(Set.of(scope("accounts.read")), code -> {
                            returned.join();
                            Shown entry = browser.follow(browser.open(code.verificationUri()));
                            Shown accounts = browser.submit(entry, "otc", code.userCode());
                            assertThat(browser.submit(accounts, "user", ADA).body())
                                    .contains("You signed in to demo-desktop");
                        })
                        .build());
        returned.complete(null);
        assertThat(status("accounts", done(acquisition).accessToken())).isEqualTo(200);
    }

    /** What a browser asks and reads for a page: before the call, of a refusal, and for a page that is not listed. */
    @ParameterizedTest
    @CsvSource({
        "OPTIONS, " + ORIGIN + ",          200, " + ORIGIN,
        "GET,     " + ORIGIN + ",          401, " + ORIGIN,
        "GET,     http://localhost:5174,   401, ",
        "GET,     https://localhost:5173,  401, ",
    })
    void letsOnlyListedOriginsRead(String method, String origin, int status, String allowed) {
        Request request = new Request(method, "/accounts", Headers.none(), new byte[0])
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "GET");
        Response response = running.atGateway(request).response();

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("Access-Control-Allow-Origin").orElse(null))
                .isEqualTo(allowed);
    }

    private void signInAt(String url) {
        Shown accounts = browser.open(url);
        Shown answer = browser.submit(accounts, "user", ADA);
        assertThat(browser.sent(answer).status()).isEqualTo(200); // MSAL4J's own page: it asks for form_post
    }

    private static String scope(String value) {
        return running.chain()
                        .deployment()
                        .registrations()
                        .front()
                        .api()
                        .identifierUris()
                        .get(0) + "/" + value;
    }

    private static int status(String path, String token) {
        return running.atGateway(Request.get("/" + path).with("Authorization", "Bearer " + token))
                .response()
                .status();
    }

    private static PublicClientApplication desktop() throws MalformedURLException {
        return PublicClientApplication.builder(DemoClient.DESKTOP.clientId())
                .authority(running.chain().entra().directory().tenant().authority())
                .proxy(running.chain().entra().proxy().asProxy())
                .sslSocketFactory(running.chain().tls().trusting().getSocketFactory())
                .build();
    }

    private static IAuthenticationResult done(CompletableFuture<IAuthenticationResult> result) throws Exception {
        return result.get(30, TimeUnit.SECONDS);
    }
}
