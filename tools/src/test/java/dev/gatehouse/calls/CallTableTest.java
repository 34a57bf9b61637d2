package dev.gatehouse.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.calls.CallRow.Answer;
import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.rendering.PageHtml;
import dev.gatehouse.rendering.Screen;
import dev.gatehouse.rendering.TextTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTableTest {
    private static final CallRow SERVED = new CallRow(
            Question.of("GET /accounts", "an app with role Accounts.Read", "function"),
            Outcome.passed(new Answer("200", "function", "")));
    private static final CallRow REFUSED = new CallRow(
            Question.of("GET /accounts", "past the gateway, a client's token for the gateway", "401 Easy Auth"),
            Outcome.passed(new Answer("401", "Easy Auth", "TokenClaimValueNotAllowed")));
    private static final CallRow OPEN = new CallRow(
            Question.of("GET /accounts", "past the gateway, no key", "401 host"),
            Outcome.failed(new Answer("200", "function", ""), ""));
    private static final CallRow PROBED = new CallRow(
            new Question("gateway-no-token", "gateway", "no token", "401 gateway", "every operation requires a token"),
            Outcome.failed(new Answer("200", "function", ""), "the gateway does not check tokens: no layer refused"));
    private static final CallRow UNKNOWN = new CallRow(
            new Question("gateway-expired", "gateway", "an expired token", "401 gateway", ""),
            Outcome.notTried("--expired-token-file FILE"));
    private static final List<CallRow> ROWS = List.of(SERVED, REFUSED, OPEN, PROBED, UNKNOWN);

    @Test
    void showsEachRowBelowWhatIsCalled() {
        assertThat(lines(120))
                .containsExactly(
                        "",
                        "GET /accounts",
                        "  ok         an app with role Accounts.Read                       200 function",
                        "  ok         past the gateway, a client's token for the gateway   401 Easy Auth  TokenClaimValueNotAllowed",
                        "  FAILED     past the gateway, no key                             200 function",
                        "             expected: 401 host",
                        "",
                        "gateway",
                        "  FAILED     no token                                             200 function",
                        "             expected: 401 gateway",
                        "             the gateway does not check tokens: no layer refused",
                        "             proves: every operation requires a token",
                        "  not tried  an expired token",
                        "             expected: 401 gateway",
                        "             needs --expired-token-file FILE");
    }

    @Test
    void showsWhatIsTooWideBelowTheRow() {
        assertThat(lines(40).subList(2, 10))
                .containsExactly(
                        "  ok         an app with role",
                        "             Accounts.Read",
                        "             answered: 200 function",
                        "  ok         past the gateway, a",
                        "             client's token for the",
                        "             gateway",
                        "             answered: 401 Easy Auth",
                        "             reason:");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 48, 60, 79, 80, 105, 106, 132, 200})
    void fitsEveryScreenWithoutCuttingAWord(int columns) {
        List<String> lines = lines(columns);

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        assertThat(words(lines)).containsAll(words(lines(Integer.MAX_VALUE)));
    }

    @ParameterizedTest
    @CsvSource({"SERVED, true, true", "UNKNOWN, true, false", "OPEN, false, false"})
    void isNoProofWithoutARowThatWasTried(String row, boolean isClean, boolean isProof) {
        CallTable table = new CallTable(List.of(row.equals("SERVED") ? SERVED : row.equals("OPEN") ? OPEN : UNKNOWN));

        assertThat(table.isClean()).isEqualTo(isClean);
        assertThat(table.isProof()).isEqualTo(isProof);
    }

    @Test
    void writesTheSameForPrograms() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(new CallTable(ROWS).json());

        assertThat(json.get("rows").get(3)).isEqualTo(new ObjectMapper().readTree("""
                { "row": "gateway-no-token", "called": "gateway", "caller": "no token", "expected": "401 gateway",
                  "answered": "200", "layer": "function", "reason": "", "verdict": "failed",
                  "says": "the gateway does not check tokens: no layer refused",
                  "proves": "every operation requires a token" }"""));
        assertThat(Stream.of("passed", "failed", "notTried")
                        .map(key -> json.get(key).asInt()))
                .containsExactly(2, 2, 1);
    }

    @Test
    void namesEachSectionOnceInAReport() {
        String html = PageHtml.of(new CallTable(ROWS).page("title"));

        assertThat(html.split("<th colspan=\"4\">GET /accounts</th>", -1)).hasSize(2);
        assertThat(html).contains("2 passed, 2 failed, 1 not tried.");
    }

    private static List<String> lines(int columns) {
        TextTable table = CallTable.on(new Screen(false, columns));
        return ROWS.stream()
                .flatMap(row -> table.lines(CallTable.row(row)).stream())
                .toList();
    }

    private static List<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.strip().split(" +")))
                .toList();
    }
}
