package dev.gatehouse.sample.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.test.TestCaller;
import dev.gatehouse.test.TestCallers;
import dev.gatehouse.test.TestContext;
import dev.gatehouse.test.TestIssuer;
import dev.gatehouse.test.TestRequest;
import org.junit.jupiter.api.Test;

class WhoAmIFunctionTest {
    private static final String ADA = "11111111-2222-3333-4444-555555555555";

    /** Without the guard: the function's response for a caller. */
    @Test
    void describesAUser() {
        ExecutionContext context = TestCaller.user("profile.read", "accounts.read")
                .withObjectId(ADA)
                .context();

        assertThat(new WhoAmIFunction()
                        .whoAmI(TestRequest.get("whoami"), context)
                        .getBody())
                .isEqualTo("{\"kind\":\"user\",\"tenant\":\"" + TestCaller.TENANT + "\",\"objectId\":\"" + ADA
                        + "\",\"client\":\"" + TestCaller.CLIENT
                        + "\",\"roles\":[],\"scopes\":[\"accounts.read\",\"profile.read\"]}");
    }

    @Test
    void needsACaller() {
        assertThatThrownBy(() -> new WhoAmIFunction().whoAmI(TestRequest.get("whoami"), TestCallers.anonymous()))
                .isInstanceOf(IllegalStateException.class);
    }

    /** With the guard: the same caller in both flows. */
    @Test
    void theCallerIsTheSameBehindTheGateway() {
        TestCaller ada = TestCaller.user("profile.read").withObjectId(ADA);
        try (TestIssuer issuer = TestIssuer.start().install()) {
            String directly = whoAmI(issuer, ada);
            String throughGateway = whoAmI(issuer, ada.throughGateway());

            assertThat(directly).contains("\"objectId\":\"" + ADA + "\"").doesNotContain("actor");
            assertThat(throughGateway)
                    .startsWith(directly.substring(0, directly.length() - 1))
                    .contains("\"actor\":", TestCaller.GATEWAY.objectId());
        }
    }

    private static String whoAmI(TestIssuer issuer, TestCaller caller) {
        HttpResponseMessage response = new WhoAmIFunction_Guarded()
                .whoAmI(TestRequest.get("whoami").with(issuer.token(caller)), new TestContext("whoAmI"));
        assertThat(response.getStatusCode()).isEqualTo(200);
        return (String) response.getBody();
    }
}
