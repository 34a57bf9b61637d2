package dev.gatehouse.taskhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    @Test
    void isTheFirstLineOfWhatFailed() {
        assertThat(of("Orchestrator function 'Pay' failed: boom \n\n at dev.Pay.run"))
                .isEqualTo("Orchestrator function 'Pay' failed: boom");
    }

    /** The state holds the inputs of all activities. */
    @Test
    void endsBeforeTheStateThatWorkersAppend() {
        assertThat(of("failed: boom $OutOfProcData$:{\"actions\":[{\"input\":\"private\"}]}"))
                .isEqualTo("failed: boom");
    }

    @Test
    void hidesTokensAndKeys() {
        assertThat(of("401 for eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln and key " + "k3".repeat(30)))
                .isEqualTo("401 for [token] and key [redacted]");
    }

    @Test
    void keepsEveryScript() {
        assertThat(of("Zahlung für Åse abgelehnt: 拒否")).isEqualTo("Zahlung für Åse abgelehnt: 拒否");
    }

    @Test
    void isCutAfter300Characters() {
        assertThat(of("ab ".repeat(100))).hasSize(299);
        assertThat(of("ab ".repeat(101))).hasSize(303).endsWith("...");
    }

    @Test
    void namesTheBlobOfALongOne() {
        String blob = "https://acct.blob.core.windows.net/myhub-largemessages/a/history-1-Result.json.gz";
        assertThat(of(blob)).isEqualTo("kept in the blob " + blob);
    }

    @Test
    void ofAStepIsInItsFailureDetailsOrInTheOlderColumn() {
        Map<String, Object> older = Map.of("FailureDetails", "null", "Reason", "boom");
        assertThat(FailureReason.of(new TableRow(older))).isEqualTo("boom");
        assertThat(FailureReason.of(
                        new TableRow(Map.of("FailureDetails", "{\"ErrorType\":\"T\",\"ErrorMessage\":\"m\"}"))))
                .isEqualTo("T: m");
        assertThat(FailureReason.of(new TableRow(Map.of("FailureDetails", "{private"))))
                .isEqualTo("FailureDetails is not JSON");
        assertThat(FailureReason.of(new TableRow(Map.of("FailureDetailsBlobName", "a/x.json.gz"))))
                .isEqualTo("kept in the blob a/x.json.gz");
    }

    private static String of(String output) {
        return FailureReason.of(Payload.of(new TableRow(Map.of("Output", output)), "Output"));
    }
}
