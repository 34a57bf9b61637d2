package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.rendering.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceTableTest {
    private static final Trace.Call CALL = new Trace.Call(Instant.parse("2026-11-21T10:00:00Z"), "GET /x", 403);

    private static Step plain(String name) {
        return new Step(
                new AppliedRule(Layer.GATEWAY, name, "global inbound"),
                StepResult.passed(),
                Map.of(),
                Optional.of(Duration.ofMillis(1)));
    }

    private static Step refused(String actual) {
        return Step.of(
                AppliedRule.of(Layer.GUARD, "role"), StepResult.refused("role-missing", "Accounts.Read", actual));
    }

    private static String table(int width, boolean colours, Step... steps) {
        return new TraceTable(new Screen(colours, width)).of(new Trace("id", "trace", CALL, List.of(steps)));
    }

    @Test
    void printsAStepPerLineAndTheRefusalBelowIt() {
        assertThat(table(120, false, plain("choose a"), refused("none")).lines().map(String::stripTrailing))
                .containsExactly(
                        "GET /x, answered 403 by guard: role-missing",
                        "2026-11-21T10:00:00Z, trace id in the logs trace",
                        "",
                        "LAYER      STEP                                          WHERE               VERDICT         MS",
                        "gateway    choose a                                      global inbound      passed         1.0",
                        "guard      role                                                              REFUSED",
                        "           reason role-missing",
                        "           expected Accounts.Read",
                        "           actual none");
    }

    @Test
    void printsSeveralAlikeOfWhichThereIsNothingToSeeAsOne() {
        assertThat(table(
                        120,
                        false,
                        plain("set-header A"),
                        plain("set-header B"),
                        plain("choose c"),
                        plain("set-header D")))
                .contains("set-header, 2 times, nothing changed")
                .containsPattern("set-header, 2 .* 2\\.0")
                .contains("choose c", "set-header D")
                .doesNotContain("set-header A");
    }

    @Test
    void breaksLongLinesBetweenWordsWhereTheTerminalEnds() {
        String text = table(80, false, refused("word ".repeat(40)));

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.stripTrailing()).hasSizeLessThanOrEqualTo(80));
        assertThat(text.lines().filter(line -> line.startsWith("             word")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void hasColoursOnATerminalOnly() {
        assertThat(table(80, true, refused("none"))).contains("\u001b[31mREFUSED");
        assertThat(table(80, false, refused("none"))).doesNotContain("\u001b");
    }

    @Test
    void takesNothingOfARequestForAColour() {
        assertThat(table(80, true, refused("@|red x|@"))).contains("@|red x|@");
    }

    @Test
    void tellsTheTimesOfATokenAsPeopleDo() {
        Step token = new Step(
                AppliedRule.of(Layer.ENTRA, "token presented"),
                StepResult.passed(),
                Map.of("claims", Map.of("exp", 1_795_248_840L)),
                Optional.empty());

        assertThat(table(120, false, token)).contains("claims exp 1795248840 (2026-11-21T08:14:00Z)");
    }
}
