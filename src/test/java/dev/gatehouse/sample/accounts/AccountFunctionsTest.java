package dev.gatehouse.sample.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.test.TestCaller;
import dev.gatehouse.test.TestContext;
import dev.gatehouse.test.TestIssuer;
import dev.gatehouse.test.TestRequest;
import dev.gatehouse.test.TestResponse;
import dev.gatehouse.test.TestToken;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The account operations with the guard, and with tokens that it verifies. */
class AccountFunctionsTest {
    private static TestIssuer issuer;

    private final AccountFunctions functions = new AccountFunctions_Guarded(new AccountsInMemory());

    @BeforeAll
    static void start() {
        issuer = TestIssuer.start().install();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void anAppProvisionsWhatAUserReads() {
        assertThat(provision(issuer.app("Accounts.Provision")).getStatusCode()).isEqualTo(201);
        assertThat(provision(issuer.app("Accounts.Provision")).getStatusCode()).isEqualTo(409);

        HttpResponseMessage response = functions.readAccount(
                TestRequest.get("accounts/ada").with(issuer.user("accounts.read")),
                "ada",
                new TestContext("readAccount"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEqualTo("{\"id\":\"ada\",\"displayName\":\"Ada\"}");
    }

    /** The caller is told when to come again, and the log why. */
    @Test
    void asksToComeAgainWhileTheAccountsCannotBeReached() {
        AccountFunctions without = new AccountFunctions_Guarded(new AccountsOnDemand(() -> {
            throw new AccountsUnavailableException("the table service answered 403");
        }));
        TestContext context = new TestContext("listAccounts");

        HttpResponseMessage response =
                without.listAccounts(TestRequest.get("accounts").with(issuer.app("Accounts.Read")), context);

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(TestResponse.errorCode(response)).isEqualTo("storage-unavailable");
        assertThat(context.log()).contains("WARNING the accounts are unavailable: the table service answered 403");
    }

    @Test
    void whoMayReadMayNotProvision() {
        HttpResponseMessage response = provision(issuer.app("Accounts.Read"));

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(TestResponse.errorCode(response)).isEqualTo("role-missing");
        assertThat(list(TestRequest.get("accounts").with(issuer.app("Accounts.Read")))
                        .getBody())
                .isEqualTo("{\"accounts\":[]}");
    }

    @Test
    void anotherScopeIsNotEnough() {
        HttpResponseMessage response = list(TestRequest.get("accounts").with(issuer.user("profile.read")));

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(TestResponse.errorCode(response)).isEqualTo("scope-missing");
    }

    @Test
    void refusesReadersWithoutAValidToken() {
        HttpResponseMessage none = list(TestRequest.get("accounts"));
        HttpResponseMessage expired = list(
                TestRequest.get("accounts").with(issuer.app("Accounts.Read").expired()));

        assertThat(none.getStatusCode()).isEqualTo(401);
        assertThat(TestResponse.errorCode(none)).isEqualTo("token-missing");
        assertThat(expired.getStatusCode()).isEqualTo(401);
        assertThat(TestResponse.errorCode(expired)).isEqualTo("token-expired");
    }

    @Test
    void theGatewaysCallerNeedsTheRole() {
        TestToken reader = issuer.token(TestCaller.app("Accounts.Read").throughGateway());
        TestToken other = issuer.token(TestCaller.app("Accounts.Provision").throughGateway());

        assertThat(list(TestRequest.get("accounts").with(reader)).getStatusCode())
                .isEqualTo(200);
        assertThat(list(TestRequest.get("accounts").with(other)).getStatusCode())
                .isEqualTo(403);
    }

    private HttpResponseMessage provision(TestToken token) {
        return functions.provisionAccount(
                TestRequest.post("accounts", "{\"id\":\"ada\",\"displayName\":\"Ada\"}")
                        .with(token),
                new TestContext("provisionAccount"));
    }

    private HttpResponseMessage list(TestRequest<Optional<String>> request) {
        return functions.listAccounts(request, new TestContext("listAccounts"));
    }
}
