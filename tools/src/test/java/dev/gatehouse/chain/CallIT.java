package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.doctor.call.CallPage;
import dev.gatehouse.doctor.call.CallReport;
import dev.gatehouse.doctor.call.ExplainedCall;
import dev.gatehouse.doctor.call.MsalClient;
import dev.gatehouse.doctor.chain.LocalChain;
import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.fixtures.Snapshots;
import dev.gatehouse.fixtures.TokenKit;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of the demonstration's clients, explained. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallIT {
    private RunningChain running;
    private LocalChain local;

    @BeforeAll
    void start() {
        running = RunningChain.shared(Snapshots.read(Snapshots.MAIN));
        local = LocalChain.read(LocalChain.of(running.chain(), running.tenant(), Clock.systemUTC())
                        .json())
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Accounts.Read,GATEWAY,true,true,answered by function,served",
        "Accounts.Provision,GATEWAY,true,false,'refused by  gateway, 403',no role or scope for this operation",
        "unlisted,GATEWAY,true,false,'refused by  gateway, 401',does not accept the token",
        "Accounts.Read,GATEWAY,false,false,'refused by  gateway, 401',the subscription key is missing or wrong",
        "unassigned,GATEWAY,true,false,refused by  Entra,message     AADSTS501051",
        "Accounts.Read,FUNCTION_APP,false,false,'refused by  host, 401',the function key is missing or wrong",
        "unlisted,FUNCTION_APP,false,false,'refused by  Easy Auth, 403',not allowed",
    })
    void saysWhoRefusedAndWhy(String client, Door door, boolean keyed, boolean served, String by, String means) {
        Request request = Request.get("/accounts");
        CallReport report =
                as(client).make(address(door), keyed ? local.entrance(door).keyed(request) : request);

        String text = String.join("\n", new PageText(Screen.plain()).of(CallPage.of(report)));
        assertThat(report.served()).isEqualTo(served);
        assertThat(text).contains(by).contains(means);
        assertThat(served || text.contains("\nfix  ")).isTrue();
        for (String shown : new String[] {text, CallPage.json(report), report.toString()}) {
            assertThat(shown)
                    .doesNotContainPattern(TokenKit.HEADER)
                    .doesNotContain(running.secret().value());
        }
    }

    private URI address(Door door) {
        return local.entrance(door).address();
    }

    private ExplainedCall as(String client) {
        MsalClient.Proof secret = new MsalClient.Proof(
                "a secret",
                ClientCredentialFactory.createFromSecret(local.clients().secret()));
        MsalClient asked = MsalClient.of(
                        local.entra().tenant(),
                        String.valueOf(local.clients().ids().get(client)),
                        secret)
                .through(local.entra().proxyPort(), local.trusting());
        return new ExplainedCall(asked, local.clients().scope(), local.web());
    }
}
