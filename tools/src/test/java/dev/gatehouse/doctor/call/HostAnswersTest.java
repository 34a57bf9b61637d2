package dev.gatehouse.doctor.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.call.CallReport.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's own answers, which differ in their status only. */
class HostAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "401,the function key is missing or wrong",
        "404,the host has no function for this path and method",
        "500,the function failed",
        "503,the function host is not running",
        "414,the host answered 414"
    })
    void areToldApart(int status, String says) {
        Meaning meaning = Meaning.of(Response.empty(status));

        assertThat(meaning.layer()).contains(Layer.HOST);
        assertThat(meaning.says()).startsWith(says);
        assertThat(meaning.fix()).isNotEmpty();
    }
}
