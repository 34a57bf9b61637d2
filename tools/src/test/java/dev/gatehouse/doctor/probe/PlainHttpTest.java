package dev.gatehouse.doctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.contract.Operation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainHttpTest {
    @ParameterizedTest
    @CsvSource({
        "200,'',401,FAILED",
        "401,'',401,FAILED",
        "401,'',200,FAILED",
        "403,'',403,FAILED",
        "301,http://localhost/api,401,FAILED",
        "301,/api,401,FAILED",
        "301,https://localhost/api,401,PASSED",
        "307,HTTPS://localhost/api,401,PASSED",
        "403,'',401,PASSED",
        "404,'',401,PASSED",
    })
    void passesOnlyIfPlainHttpIsNotServed(int status, String location, int secured, CallVerdict verdict) {
        Response plain = Response.empty(status);

        Outcome judged =
                PlainHttp.judge(location.isEmpty() ? plain : plain.with("Location", location), Response.empty(secured));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.says().contains("plain http is served (httpsOnly")).isEqualTo(verdict == CallVerdict.FAILED);
    }

    /** Nothing that is worth reading on the wire. */
    @Test
    void isAskedWithoutAnythingSecret() {
        Operation operation =
                new Operation("readAccount", "GET", "accounts/{id}", Optional.empty(), false, Optional.empty());

        assertThat(ProbeTarget.request(operation).headers().asMap()).isEmpty();
        assertThat(ProbeTarget.request(operation).target()).matches("/accounts/gatehouse-probe-[0-9a-f]{16}");
    }
}
