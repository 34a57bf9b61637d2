package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class HistoryCommandTest {
    private static final String ACCOUNT = "https://acct.table.core.windows.net";
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--account " + ACCOUNT + "|Missing required option: '--hub=NAME'",
                "--hub a --account " + ACCOUNT + "|--hub must be a task hub name",
                "--hub 1ab --account " + ACCOUNT + "|--hub must be a task hub name",
                "--hub MyHub|use either --account or --connection-string-env",
                "--hub MyHub --account " + ACCOUNT + " --connection-string-env X|use either --account or",
                "--hub MyHub --account http://acct.table.core.windows.net|--account takes the address of a table service",
                "--hub MyHub --connection-string-env GATEHOUSE_UNSET|--connection-string-env must be the name of",
                "--hub MyHub --account " + ACCOUNT + " --limit 0|--limit must be a number from 1 to 1000, not 0",
                "--hub MyHub --account " + ACCOUNT + " --limit 1001|--limit must be a number from 1 to 1000, not 1001",
                "--hub MyHub --account " + ACCOUNT + " --pages 0|--pages must be a number of 1 or more, not 0",
                "--hub MyHub --account " + ACCOUNT + " --since yesterday|--since must be a time such as",
                "--hub MyHub --account " + ACCOUNT + " --status Faild|Invalid value for option '--status'",
                "--hub MyHub --account " + ACCOUNT
                        + " --show-data --report r.html|--report and --show-data cannot be combined",
                "--hub MyHub --account " + ACCOUNT + " --instance a --limit 3|--instance needs the id of one execution",
            })
    void refusesAWrongCommandLineWithOneLine(String options, String message) {
        assertThat(run(options)).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith(message)
                .endsWith("; see gatehouse doctor history --help");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:00:00Z,2026-11-20T08:00:00Z",
        "PT24H,2026-11-19T12:00:00Z",
        "P7D,2026-11-13T12:00:00Z",
        "PT0.001S,2026-11-20T11:59:59.999Z",
    })
    void takesAMomentOrHowLongAgo(String text, Instant since) {
        assertThat(InstantConverter.read(text, noon())).hasValue(since);
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1H", "P1Y", "2026-11-20", "PT9999999999999H", "''"})
    void takesNothingElseAsAMoment(String text) {
        assertThat(InstantConverter.read(text, noon())).isEmpty();
    }

    @Test
    void offersHelpForItself() throws IOException {
        StringWriter out = new StringWriter();
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(out, true));

        assertThat(line.execute("doctor", "history", "--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:").contains("--show-data");
    }

    private static Clock noon() {
        return Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    }

    private int run(String options) {
        List<String> arguments = new ArrayList<>(List.of("doctor", "history"));
        arguments.addAll(List.of(options.split(" ")));
        CommandLine line = GatehouseCommand.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(String[]::new));
    }
}
