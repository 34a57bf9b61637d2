package dev.gatehouse.sample.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.test.TestIssuer;
import dev.gatehouse.test.TestRequest;
import org.junit.jupiter.api.Test;

class HealthFunctionTest {

    @Test
    void isReadyForAllCallersOnceTheKeysAreKnown() {
        try (TestIssuer issuer = TestIssuer.start().install()) {
            HttpResponseMessage response = new HealthFunction_Guarded().health(TestRequest.get("health"));

            assertThat(issuer.guard().isReady()).isTrue();
            assertThat(response.getStatusCode()).isEqualTo(200);
            assertThat(response.getBody()).isEqualTo("{\"status\":\"ready\"}");
        }
    }
}
