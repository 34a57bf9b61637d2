package dev.gatehouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.demo.DemoClient;
import dev.gatehouse.chain.demo.DemoUser;
import dev.gatehouse.chain.entra.TokenDraft;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.fixtures.ExpectedVerdict;
import dev.gatehouse.fixtures.Snapshots;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers in which the gateway names its caller, over HTTP, in the flow in which it calls with its own identity. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegatedCallerIT {
    private static final String CALLER = "X-Gatehouse-Caller-";
    private static final String ID = "11111111-2222-3333-4444-555555555555";

    private RunningChain running;

    @BeforeAll
    void start() {
        running = RunningChain.shared(Snapshots.read(Snapshots.GATEWAY_IDENTITY));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void areBelievedWhereEachCameOnce() {
        assertThat(ExpectedVerdict.of(running.atFunctionApp(ofGateway())).status())
                .isEqualTo(200);
    }

    /** The host joins the two with a comma; what was added could be whatever a client sent. */
    @ParameterizedTest
    @CsvSource({
        "App, 11111111-2222-3333-4444-555555555556",
        "Oid, 11111111-2222-3333-4444-555555555556",
        "Roles, Accounts.Provision",
        "Roles, Accounts.Read",
        "Roles, ''",
        "Scopes, accounts.read",
    })
    void areRefusedWhereOneCameTwice(String name, String second) {
        Request once = ofGateway();
        Request twice = once.withHeaders(once.headers().plus(CALLER + name, second));

        assertThat(ExpectedVerdict.of(running.atFunctionApp(twice)))
                .hasToString("400 guard forwarded-caller-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts.read d\u00e9penses", "d\u00e9penses", "accounts.read,other", "a\r\nX-Y: z"})
    void areNotWrittenForAScopeThatTheyCannotCarry(String scopes) {
        TokenDraft user = running.chain()
                .entra()
                .forge()
                .user(
                        DemoClient.DESKTOP.clientId(),
                        running.chain().deployment().registrations().front().clientId(),
                        DemoUser.ADA.user().objectId());

        assertThat(atGateway(user.claim("scp", scopes))).hasToString("403 gateway caller-not-nameable");
        assertThat(atGateway(user).status()).isEqualTo(200);
    }

    private ExpectedVerdict atGateway(TokenDraft token) {
        return ExpectedVerdict.of(
                running.atGateway(Request.get("/accounts").with("Authorization", "Bearer " + token.compact())));
    }

    private Request ofGateway() {
        String token = running.chain()
                .entra()
                .forge()
                .managedIdentity(
                        running.chain().deployment().gatewayIdentities().get(0),
                        running.chain().deployment().registrations().api().clientId())
                .compact();
        Headers headers = Headers.none().plus("Authorization", "Bearer " + token);
        Map<String, String> caller = Map.of("App", ID, "Oid", ID, "Roles", "Accounts.Read", "Scopes", "");
        for (String name : List.of("App", "Oid", "Roles", "Scopes")) {
            headers = headers.plus(CALLER + name, caller.get(name));
        }
        return Request.get("/accounts").withHeaders(headers);
    }
}
