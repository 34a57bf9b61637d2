package dev.gatehouse.doctor.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gatehouse doctor history} as people start it, on rows in the documented layout. */
@EnabledIfEnvironmentVariable(
        named = HistoryAgainstAzuriteIT.SCRIPT,
        matches = ".+",
        disabledReason = "needs Node.js and Azurite: tools/src/test/azurite/run")
class HistoryAgainstAzuriteIT {
    static final String SCRIPT = "GATEHOUSE_AZURITE";

    @TempDir
    private static Path folder;

    private static AzuriteWithKey azurite;

    private record Run(int exit, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        azurite = AzuriteWithKey.start(Path.of(System.getenv(SCRIPT)), folder.resolve("azurite.log"));
        DurableRows.writeTo(azurite.tables());
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (azurite != null) {
            azurite.close();
        }
    }

    @Test
    void listsTheNewestOfAllPagesFirstAndNoData() throws Exception {
        Run run = history("--hub", "MyHub", "--limit", "5", "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().get("executions").findValuesAsText("instanceId"))
                .containsExactly(DurableRows.ODD_ID, "z-running", "a-completed", "m-ended", "old-1049");
        assertThat(run.json().get("executions").findValuesAsText("reason"))
                .containsExactly(
                        "com.microsoft.durabletask.TaskFailedException: card refused",
                        "null",
                        "null",
                        "by the operator",
                        "null");
        assertThat(run.json().at("/executions/2/durationMillis").asLong()).isEqualTo(2500);
        assertThat(run.json().at("/read/rows").asInt()).isEqualTo(DurableRows.OLD_ONES + 4);
        assertThat(run.json().at("/read/pages").asInt()).isEqualTo(2);
        assertThat(run.json().at("/read/complete").asBoolean()).isTrue();
        assertThat(run.out()).doesNotContain("private", "input", "output");
    }

    @Test
    void listsByStateAndMomentForPeople() throws Exception {
        Run run = history("--hub", "MyHub", "--status", "failed,Terminated", "--since", "2026-11-20T08:00:05Z");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "CREATED               STATUS      TOOK   INSTANCE             NAME",
                        "2026-11-20T08:00:30Z  Failed      4.0 s  o'r/1#a?b\\c^d\\u0007  Pay",
                        "    reason: com.microsoft.durabletask.TaskFailedException: card refused",
                        "2026-11-20T08:00:05Z  Terminated  1.0 s  m-ended              Pay",
                        "    reason: by the operator");
    }

    @Test
    void saysHowMuchWasReadWhenTheBoundCut() throws Exception {
        Run run = history("--hub", "MyHub", "--pages", "1", "--limit", "1");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Not complete: the first 1000 rows of the Instances table (1 pages) were read");
    }

    @Test
    void showsDataWhenAskedAndNamesTheBlobOfALargeValue() throws Exception {
        Run run = history("--hub", "MyHub", "--status", "Completed", "--limit", "1", "--show-data");

        assertThat(run.out())
                .contains("input: \"private input\"")
                .contains("output: in the blob https://acct.blob.core.windows.net/myhub-largemessages/a-completed/")
                .contains("custom status: \"private status\"");
    }

    @Test
    void showsTheStepsOfOneExecution() throws Exception {
        Run run = history("--hub", "MyHub", "--instance", DurableRows.ODD_ID);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(3))
                .containsExactly(
                        "",
                        "Steps",
                        "AT                    STEP      OUTCOME  TOOK   NAME",
                        "2026-11-20T08:00:30Z  started                   Pay",
                        "2026-11-20T08:00:31Z  activity  failed   2.0 s  Charge",
                        "    reason: CardException: card refused",
                        "2026-11-20T08:00:34Z  ended     failed",
                        "    reason: T: card refused");
        assertThat(run.out()).doesNotContain("private");
    }

    @Test
    void showsAStepsDataWhenAsked() throws Exception {
        JsonNode steps = history("--hub", "MyHub", "--instance", DurableRows.ODD_ID, "--show-data", "--json")
                .json()
                .get("steps");

        assertThat(steps.at("/1/input/text").asText()).isEqualTo("\"private step input\"");
    }

    @Test
    void knowsNoSuchInstance() throws Exception {
        Run run = history("--hub", "MyHub", "--instance", "x' or PartitionKey ne '");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("gatehouse: the task hub has no instance x' or PartitionKey ne '\n");
    }

    @Test
    void saysOnOneLineThatThereIsNoSuchHub() throws Exception {
        Run run = history("--hub", "Nobodys");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("gatehouse: there is no table NobodysInstances at 127.0.0.1");
    }

    @Test
    void saysOnOneLineThatNobodyAnswers() throws Exception {
        String closed = azurite.connectionString().replace(":" + azurite.port() + "/", ":1/");

        Run run = gatehouse(closed, "--hub", "MyHub");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().startsWith("gatehouse: 127.0.0.1 cannot be reached");
    }

    @Test
    void saysOnOneLineThatTheKeyIsWrong() throws Exception {
        String wrong = azurite.connectionString().replace(azurite.key(), "d3Jvbmc=");

        Run run = gatehouse(wrong, "--hub", "MyHub");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().startsWith("gatehouse: 127.0.0.1 answered 403");
        assertThat(run.err()).doesNotContain("d3Jvbmc=");
    }

    private static Run history(String... options) throws IOException, InterruptedException {
        return gatehouse(azurite.connectionString(), options);
    }

    private static Run gatehouse(String connectionString, String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("./gatehouse", "doctor", "history", "--connection-string-env", "TABLES"));
        command.addAll(List.of(options));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("TABLES", connectionString);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue(); // its first start may build
        return new Run(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
