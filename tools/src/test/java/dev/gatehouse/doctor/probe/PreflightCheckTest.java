package dev.gatehouse.doctor.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallVerdict;
import dev.gatehouse.chain.http.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightCheckTest {
    private static final String PAGE = "https://app.example.com";

    @ParameterizedTest
    @CsvSource({
        "'',false,PASSED",
        "*,false,PASSED",
        "https://app.example.com,true,PASSED",
        "*,true,FAILED",
        "https://stranger.example,true,FAILED",
        "https://stranger.example,false,FAILED",
    })
    void noStrangersPageIsAllowedByName(String allowed, boolean credentials, CallVerdict verdict) {
        Response answer = answer(allowed).with("Access-Control-Allow-Credentials", String.valueOf(credentials));

        assertThat(PreflightCheck.stranger(answer).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com,'authorization, x-other',PASSED,''",
        "*,Authorization,PASSED,''",
        "'',authorization,FAILED,CORS error",
        "https://app.example.com.evil,authorization,FAILED,CORS error",
        "https://app.example.com,*,FAILED,allowed-headers",
        "https://app.example.com,'',FAILED,allowed-headers",
    })
    void thePageIsAllowedToSendItsToken(String allowed, String headers, CallVerdict verdict, String says) {
        Outcome judged = PreflightCheck.own(answer(allowed).with("Access-Control-Allow-Headers", headers), PAGE);

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.says()).contains(says);
    }

    private static Response answer(String allowed) {
        Response answer = Response.empty(200);
        return allowed.isEmpty() ? answer : answer.with("Access-Control-Allow-Origin", allowed);
    }
}
