package dev.gatehouse.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestRequestTest {

    @Test
    void headersHaveLowerCaseNamesAsTheHostPassesThem() {
        assertThat(TestRequest.get("orders")
                        .withHeader("X-Trace", "1")
                        .withHeader("x-TRACE", "2")
                        .getHeaders())
                .isEqualTo(Map.of("x-trace", "2"));
    }

    @Test
    void theAddressHasTheQuery() {
        TestRequest<?> request = TestRequest.get("orders/7?expand=lines%20too&flag");

        assertThat(request.getUri()).isEqualTo(URI.create("https://localhost/api/orders/7?expand=lines%20too&flag"));
        assertThat(request.getQueryParameters()).isEqualTo(Map.of("expand", "lines too", "flag", ""));
        assertThat(TestRequest.get("orders").getQueryParameters()).isEmpty();
    }

    @Test
    void aPostHasABodyAndItsLength() {
        TestRequest<?> request = TestRequest.post("orders", "\"\u00e9\"");

        assertThat(request.getHttpMethod()).isEqualTo(HttpMethod.POST);
        assertThat(request.getHeaders()).isEqualTo(Map.of("content-type", "application/json", "content-length", "4"));
        assertThat(TestRequest.get("orders").getBody()).isEmpty();
    }

    @Test
    void aFunctionCanTakeAnyBody() {
        byte[] body = TestRequest.of(HttpMethod.PUT, "orders")
                .withBodyOf(new byte[] {7})
                .getBody();

        assertThat(body).containsExactly(7);
    }

    @Test
    void theResponseIsWhatTheFunctionBuilt() {
        HttpResponseMessage response = TestRequest.get("orders")
                .createResponseBuilder(HttpStatus.OK)
                .status(HttpStatus.ACCEPTED)
                .header("Location", "orders/7")
                .body("{}")
                .build();

        assertThat(response.getStatusCode()).isEqualTo(202);
        assertThat(response.getHeader("Location")).isEqualTo("orders/7");
        assertThat(response.getHeader("Allow")).isNull();
        assertThat(response.getBody()).isEqualTo("{}");
    }

    @Test
    void onlyAProblemOfTheGuardHasAnErrorCode() {
        assertThat(errorCode("{\"type\":\"urn:gatehouse:problem:token-missing\"}"))
                .isEqualTo("token-missing");
        assertThat(errorCode("{\"type\":\"about:blank\"}")).isEmpty();
        assertThat(errorCode("{\"type\":7}")).isEmpty();
        assertThat(errorCode("[]")).isEmpty();
        assertThat(errorCode("no JSON")).isEmpty();
        assertThat(errorCode(null)).isEmpty();
    }

    private static String errorCode(String body) {
        return TestResponse.errorCode(new TestResponse(HttpStatus.OK, Map.of(), body));
    }
}
