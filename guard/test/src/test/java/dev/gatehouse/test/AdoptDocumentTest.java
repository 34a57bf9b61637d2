package dev.gatehouse.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.azure.functions.HttpResponseMessage;
import org.junit.jupiter.api.Test;

/** The code of "Test it" in {@code docs/adopt.md}. */
class AdoptDocumentTest {

    @Test
    void aCallerGetsItsOrder() {
        HttpResponseMessage response =
                new OrderFunctions().readOrder(TestRequest.get("orders/7"), "7", TestCallers.app("Orders.Read"));

        assertEquals(200, response.getStatusCode());
    }

    @Test
    void onlyValidTokensAreAccepted() {
        try (TestIssuer issuer = TestIssuer.start().install()) {
            assertEquals(200, read(issuer.app("Orders.Read")).getStatusCode());
            assertEquals(200, read(issuer.user("orders.read")).getStatusCode());
            assertEquals("role-missing", TestResponse.errorCode(read(issuer.app())));
            assertEquals(
                    "token-expired",
                    TestResponse.errorCode(read(issuer.app("Orders.Read").expired())));

            TestCaller behindGateway = TestCaller.app("Orders.Read").throughGateway();
            assertEquals(200, read(issuer.token(behindGateway)).getStatusCode());
        }
    }

    private static HttpResponseMessage read(TestToken token) {
        return new OrderFunctions_Guarded()
                .readOrder(TestRequest.get("orders/7").with(token), "7", new TestContext("readOrder"));
    }
}
