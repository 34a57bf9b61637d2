package dev.gatehouse.doctor.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.taskhub.Execution;
import dev.gatehouse.taskhub.Execution.Data;
import dev.gatehouse.taskhub.Execution.Times;
import dev.gatehouse.taskhub.ExecutionHistory;
import dev.gatehouse.taskhub.ExecutionList;
import dev.gatehouse.taskhub.ExecutionStep;
import dev.gatehouse.taskhub.Payload;
import dev.gatehouse.taskhub.ScanSummary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryJsonTest {
    private static final Instant T = Instant.parse("2026-11-20T08:00:00Z");
    private static final Payload NONE = Data.NONE.input();
    private static final Execution EXECUTION = new Execution(
            "order-1",
            "Pay",
            "Failed",
            new Times(T, T, T.plusMillis(1500), null),
            "no disk",
            new Data(new Payload("{}", null), NONE, new Payload(null, "https://x/blob")));
    private static final ScanSummary READ = new ScanSummary(1, 2, true);

    @Test
    void leavesOutWhatWasNotAskedFor() throws JsonProcessingException {
        assertThat(json(new HistoryJson(T, false).of(new ExecutionList(List.of(EXECUTION), READ))))
                .isEqualTo(json("""
                        {"executions": [{"instanceId": "order-1", "name": "Pay", "status": "Failed", "over": true,
                          "created": "2026-11-20T08:00:00Z", "lastUpdated": "2026-11-20T08:00:00Z",
                          "completed": "2026-11-20T08:00:01.500Z", "scheduledStart": null, "durationMillis": 1500,
                          "reason": "no disk"}],
                         "read": {"rows": 2, "pages": 1, "complete": true}}
                        """));
    }

    @Test
    void saysNullOfWhatIsNotThere() throws JsonProcessingException {
        ExecutionStep step = new ExecutionStep(
                ExecutionStep.Kind.SUB_ORCHESTRATION,
                null,
                ExecutionStep.Outcome.OPEN,
                new ExecutionStep.Span(T, null),
                null,
                new ExecutionStep.Payloads(new Payload("1", null), NONE));

        JsonNode history = json(new HistoryJson(T, true).of(new ExecutionHistory(EXECUTION, List.of(step), READ)));

        assertThat(history.path("steps")).isEqualTo(json("""
                        [{"kind": "sub-orchestration", "name": null, "outcome": "open", "started": "2026-11-20T08:00:00Z",
                          "ended": null, "durationMillis": null, "reason": null,
                          "input": {"text": "1", "blob": null}, "result": null}]
                        """));
        assertThat(history.path("execution").path("input")).isEqualTo(json("{\"text\": \"{}\", \"blob\": null}"));
        assertThat(history.path("execution").get("output").isNull()).isTrue();
        assertThat(history.path("execution").path("customStatus").path("blob").asText())
                .isEqualTo("https://x/blob");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
