package dev.gatehouse.doctor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.Screen;
import dev.gatehouse.taskhub.Execution;
import dev.gatehouse.taskhub.Execution.Data;
import dev.gatehouse.taskhub.Execution.Times;
import dev.gatehouse.taskhub.ExecutionList;
import dev.gatehouse.taskhub.ScanSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryPageTest {
    private static final Instant T = Instant.parse("2026-11-20T08:00:00Z");
    private static final Execution FAILED = new Execution(
            "order-1\u001b[2J", "Pay", "Failed", new Times(T, T, T.plusMillis(1500), null), "boom: no disk", Data.NONE);
    private static final Execution RUNNING =
            new Execution("order-22", "Pay", "Running", new Times(T, T, T.minusSeconds(9), null), null, Data.NONE);

    @Test
    void showsALineForEachAndTheReasonBelow() {
        assertThat(text(Screen.plain(), new ScanSummary(1, 2, true)))
                .containsExactly(
                        "CREATED               STATUS   TOOK              INSTANCE          NAME",
                        "2026-11-20T08:00:00Z  Failed   1.5 s             order-1\\u001b[2J  Pay",
                        "    reason: boom: no disk",
                        "2026-11-20T08:00:00Z  Running  1 min 0 s so far  order-22          Pay");
    }

    @Test
    void paintsForATerminalOnly() {
        assertThat(String.join("\n", text(new Screen(true, 200), new ScanSummary(1, 2, true))))
                .contains("\u001b[31mFailed\u001b[0m");
        assertThat(String.join("\n", text(Screen.plain(), new ScanSummary(1, 2, true))))
                .doesNotContain("\u001b");
    }

    @Test
    void staysWithinTheWidthOfTheTerminal() {
        String longReason = "java.lang.IllegalStateException: " + "word ".repeat(30);
        ExecutionList listing = new ExecutionList(List.of(FAILED.because(longReason)), new ScanSummary(1, 1, false));

        assertThat(new PageText(new Screen(false, 80)).of(new HistoryPage(T).of(listing)))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void saysWhatWasReadWhenTheBoundCut() {
        assertThat(text(Screen.plain(), new ScanSummary(50, 50_000, false)))
                .last()
                .isEqualTo("Not complete: the first 50000 rows of the Instances table (50 pages) were read, and more"
                        + " exist; use --since or --status to read less, or increase --pages.");
    }

    @Test
    void saysThatThereAreNone() {
        assertThat(new PageText(Screen.plain())
                        .of(new HistoryPage(T).of(new ExecutionList(List.of(), new ScanSummary(1, 0, true)))))
                .containsExactly("No executions found.");
    }

    @Test
    void measuresARewoundExecutionUntilNow() {
        assertThat(RUNNING.elapsed(T.plusSeconds(60))).isEqualTo(Duration.ofSeconds(60));
        assertThat(FAILED.elapsed(T.plusSeconds(60))).isEqualTo(Duration.ofMillis(1500));
    }

    private static List<String> text(Screen screen, ScanSummary read) {
        return new PageText(screen)
                .of(new HistoryPage(T.plusSeconds(60)).of(new ExecutionList(List.of(FAILED, RUNNING), read)));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,0 ms",
        "PT0.999S,999 ms",
        "PT1S,1.0 s",
        "PT59.999S,59.9 s",
        "PT1M,1 min 0 s",
        "PT59M59S,59 min 59 s",
        "PT1H,1 h 0 min",
        "PT23H59M,23 h 59 min",
        "PT24H,1 d 0 h",
        "PT-0.2S,-200 ms",
    })
    void saysADurationInItsTwoLargestUnits(Duration duration, String words) {
        assertThat(HistoryPage.words(duration)).isEqualTo(words);
    }
}
