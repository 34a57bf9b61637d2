package dev.gatehouse.sample.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.test.TestRequest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesTest {

    /** The client resolves it against its own URL, whose beginning may differ behind a gateway. */
    @ParameterizedTest
    @CsvSource({
        "http://host/api/accounts, https://gateway.example/accounts, https://gateway.example/accounts/ada",
        "http://host/api/accounts/, https://gateway.example/accounts/, https://gateway.example/accounts/ada",
        "http://host/api/accounts?x=/y, https://gateway.example/v1/accounts?x=/y, https://gateway.example/v1/accounts/ada",
        "http://host/api/ACCOUNTS, http://host/api/ACCOUNTS, http://host/api/ACCOUNTS/ada",
    })
    void whatWasCreatedLiesBehindTheCollectionAsTheClientKnowsIt(URI sent, URI known, URI created) {
        assertThat(known.resolve(Responses.location(sent, "ada"))).isEqualTo(created);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1", "PT0.000000001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT30S, 30"})
    void sendsTheWaitInWholeSecondsRoundedUp(Duration wait, String seconds) {
        assertThat(Responses.retryLater(TestRequest.get("health"), Problem.of(Problem.Type.NOT_READY), wait)
                        .getHeader("Retry-After"))
                .isEqualTo(seconds);
    }
}
