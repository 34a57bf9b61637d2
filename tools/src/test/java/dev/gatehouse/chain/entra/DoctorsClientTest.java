package dev.gatehouse.chain.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import dev.gatehouse.doctor.call.MsalClient;
import dev.gatehouse.doctor.call.TokenSource.TokenAcquisition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client that the doctor calls as. */
class DoctorsClientTest {
    private static final RunningContoso CONTOSO = new RunningContoso();

    @AfterAll
    static void stop() {
        CONTOSO.close();
    }

    @Test
    void getsATokenWithACertificate() {
        IClientCredential certificate = ClientCredentialFactory.createFromCertificate(
                RunningContoso.CERTIFICATE_KEY, RunningContoso.CERTIFICATE);
        MsalClient client = client(certificate);

        assertThat(client.token(Contoso.ACCOUNTS + "/.default")).isInstanceOf(TokenAcquisition.Issued.class);
        assertThat(client.words()).isEqualTo("client " + Contoso.BATCH + " with a proof");
        assertThat(client.token(Contoso.ACCOUNTS + "/.default").toString()).isEqualTo("a token");
    }

    @ParameterizedTest
    @CsvSource({
        "not-the-secret," + Contoso.ACCOUNTS + "/.default,7000215",
        Contoso.OLD_SECRET + "," + Contoso.ACCOUNTS + "/.default,7000222",
        Contoso.SECRET + ",api://nobody/.default,500011",
        Contoso.SECRET + "," + Contoso.ACCOUNTS + "/Read,1002012",
    })
    void saysWithWhichCodeEntraRefuses(String secret, String scope, int code) {
        TokenAcquisition outcome =
                client(ClientCredentialFactory.createFromSecret(secret)).token(scope);

        assertThat(outcome).isInstanceOfSatisfying(TokenAcquisition.Refused.class, refused -> {
            assertThat(refused.refusal().code()).contains(code);
            assertThat(refused.refusal().ids().trace()).hasSize(36);
            assertThat(refused.refusal().ids().correlation()).hasSize(36);
            assertThat(refused.toString()).doesNotContain(secret);
        });
    }

    private static MsalClient client(IClientCredential credential) {
        return MsalClient.of(
                        CONTOSO.entra.directory().tenant(), Contoso.BATCH, new MsalClient.Proof("a proof", credential))
                .through(CONTOSO.entra.proxy().port(), RunningContoso.TLS.trusting());
    }
}
