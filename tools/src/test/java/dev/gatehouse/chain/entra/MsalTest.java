package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.UserAssertion;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** MSAL4J as it is, with the production authority and instance discovery on; only proxy and trust are the laptop's. */
class MsalTest {
    private static final String AUTHORITY = "https://login.microsoftonline.com/" + Contoso.TENANT + "/";

    static RunningContoso contoso;

    @BeforeAll
    static void start() {
        contoso = new RunningContoso();
    }

    @AfterAll
    static void stop() {
        contoso.close();
    }

    @Test
    void getsATokenWithASecret() throws Exception {
        IAuthenticationResult result = forItself(secret(Contoso.SECRET), "api://accounts/.default");
        assertThat(UnverifiedTokens.claims(result.accessToken()))
                .containsEntry("azp", Contoso.BATCH)
                .containsEntry("azpacr", "1")
                .containsEntry("ver", "2.0");
    }

    @Test
    void getsATokenWithACertificate() throws Exception {
        IClientCredential certificate = ClientCredentialFactory.createFromCertificate(
                RunningContoso.CERTIFICATE_KEY, RunningContoso.CERTIFICATE);
        IAuthenticationResult result = forItself(certificate, Contoso.ACCOUNTS + "/.default");
        assertThat(UnverifiedTokens.claims(result.accessToken())).containsEntry("azpacr", "2");
    }

    @Test
    void readsEntrasErrors() {
        Throwable thrown = catchThrowable(() -> forItself(secret("wrong"), "api://accounts/.default"));
        assertThat(thrown).hasCauseInstanceOf(MsalServiceException.class).hasMessageContaining("AADSTS7000215");
        MsalServiceException refused = (MsalServiceException) thrown.getCause();
        assertThat(refused.errorCode()).isEqualTo("invalid_client");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.correlationId()).isNotEmpty();
    }

    @Test
    void getsATokenForASignedInUser() throws Exception {
        IAuthenticationResult result = signedIn("api://accounts/accounts.read", Contoso.ADA);
        assertThat(UnverifiedTokens.claims(result.accessToken()))
                .containsEntry("scp", "accounts.read")
                .containsEntry("oid", Contoso.ADA)
                .containsEntry("azpacr", "0");
        assertThat(result.account().username()).isEqualTo("ada@contoso.example");
    }

    @Test
    void isToldThatAUserDidNotConsent() {
        assertThat(catchThrowable(() -> signedIn("api://accounts/accounts.read", Contoso.BOB)))
                .hasMessageContaining("AADSTS65001");
    }

    @Test
    void isToldThatAUserIsNotAssigned() {
        assertThat(catchThrowable(() -> signedIn("api://ledger/.default", Contoso.BOB)))
                .hasMessageContaining("AADSTS50105");
    }

    @Test
    void getsATokenOnBehalfOfAUser() throws Exception {
        String received = signedIn("api://accounts/.default", Contoso.ADA).accessToken();
        OnBehalfOfParameters parameters = OnBehalfOfParameters.builder(
                        Set.of("api://ledger/ledger.read"), new UserAssertion(received))
                .build();
        IAuthenticationResult result =
                done(confidential(Contoso.ACCOUNTS, secret(Contoso.SECRET)).acquireToken(parameters));
        Map<String, Object> claims = UnverifiedTokens.claims(result.accessToken());
        assertThat(claims)
                .containsEntry("aud", "api://ledger")
                .containsEntry("appid", Contoso.ACCOUNTS)
                .containsEntry("oid", Contoso.ADA)
                .containsEntry("scp", "ledger.read")
                .containsEntry("ver", "1.0");
    }

    private static IAuthenticationResult forItself(IClientCredential credential, String scope) throws Exception {
        return done(confidential(Contoso.BATCH, credential)
                .acquireToken(ClientCredentialParameters.builder(Set.of(scope)).build()));
    }

    private static IAuthenticationResult signedIn(String scope, String user) throws Exception {
        PublicClientApplication console = PublicClientApplication.builder(Contoso.CONSOLE)
                .authority(AUTHORITY)
                .proxy(contoso.entra.proxy().asProxy())
                .sslSocketFactory(RunningContoso.TLS.trusting().getSocketFactory())
                .build();
        CompletableFuture<Void> returned = new CompletableFuture<>(); // MSAL4J asks what it returns on another thread
        Future<IAuthenticationResult> acquisition =
                console.acquireToken(DeviceCodeFlowParameters.builder(Set.of(scope), code -> {
                            returned.join();
                            assertThat(contoso.entra.signIn(code.userCode(), user))
                                    .isTrue();
                        })
                        .build());
        returned.complete(null);
        return done(acquisition);
    }

    private static ConfidentialClientApplication confidential(String clientId, IClientCredential credential)
            throws Exception {
        return ConfidentialClientApplication.builder(clientId, credential)
                .authority(AUTHORITY)
                .proxy(contoso.entra.proxy().asProxy())
                .sslSocketFactory(RunningContoso.TLS.trusting().getSocketFactory())
                .build();
    }

    private static IClientCredential secret(String value) {
        return ClientCredentialFactory.createFromSecret(value);
    }

    private static IAuthenticationResult done(Future<IAuthenticationResult> result) throws Exception {
        return result.get(30, TimeUnit.SECONDS);
    }
}
