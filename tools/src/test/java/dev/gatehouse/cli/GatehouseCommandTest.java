package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every command has in common. */
class GatehouseCommandTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upp | unknown command 'upp', did you mean 'up'?; see gatehouse --help",
                "zzzzzz | unknown command 'zzzzzz'",
                "doctor tokn | unknown command 'tokn', did you mean 'token'?; see gatehouse doctor --help",
                "up --onse | unknown option '--onse', did you mean '--once'?; see gatehouse up --help",
                "up --app=. extra | unexpected argument 'extra'; see gatehouse up --help",
                "doctor token --onlin | unknown option '--onlin', did you mean '--online'?; see gatehouse doctor token --help",
                "up --once --watch | --once and --watch cannot be combined",
            })
    void rejectsWhatItDoesNotKnowOnOneLine(String arguments, String message) {
        assertThat(run("", arguments)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().startsWith(message);
    }

    @ParameterizedTest
    @ResourceLock("System.in")
    @CsvSource(
            delimiter = '|',
            value = {
                "doctor settings --settings - | {x | 2 | gatehouse: standard input, line 1: is not JSON",
                "doctor settings --settings - | {\"Values\": {}} | 1 | ''",
                "doctor token --file - | x | 1 | ''",
                "doctor token --settings - | x | 2 | gatehouse: ",
                "doctor trace - | x | 2 | gatehouse: ",
                "doctor settings --deployment - | x | 2 | gatehouse: standard input",
                "doctor probe --gateway https://localhost:1 --expired-token-file - | x | 2 | gatehouse: --expired-token-file: the input is not an access token",
                "doctor call --operation listAccounts --gateway https://localhost:1 --scope x --client-id y --certificate-file - --tenant 81061dfa-4cc7-3cff-bb58-89410eba01c7 | x | 2 | gatehouse: --certificate-file: standard input must contain a PEM",
                "check - | <policies><inbound><base /></inbound></policies> | 0 | ''",
                "check - | { | 2 | gatehouse: standard input: is not valid JSON",
                "up --contract - | {} | 3 | gatehouse: --contract cannot be standard input: up reads the file again",
                "doctor trace - --out - | {} | 2 | gatehouse: ",
            })
    void takesStandardInputForEveryFile(String arguments, String input, int exitCode, String message) {
        assertThat(run(input, arguments)).isEqualTo(exitCode);
        assertThat(err.toString()).startsWith(message);
        assertThat(err.toString()).doesNotContain("internal error", "was not found");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 54, 55, 100})
    void fitsTheHelpOfEveryCommandOnTheScreen(int columns) {
        CommandLine line = GatehouseCommand.commandLine();
        GatehouseCommand.setHelpWidth(line, columns);

        assertThat(withSubcommands(line)).hasSizeGreaterThan(10).allSatisfy(command -> {
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(help.lines()).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(columns));
            assertThat(help).doesNotContain("${", "%n");
            command.getSubcommands().keySet().forEach(name -> assertThat(help).contains(name));
            command.getCommandSpec().options().forEach(option -> assertThat(help)
                    .contains(option.longestName()));
        });
    }

    private static List<CommandLine> withSubcommands(CommandLine line) {
        return Stream.concat(
                        Stream.of(line),
                        line.getSubcommands().values().stream().flatMap(each -> withSubcommands(each).stream()))
                .toList();
    }

    private int run(String input, String arguments) {
        CommandLine line = GatehouseCommand.commandLine();
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(err, true));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return line.execute(arguments.split(" "));
        } finally {
            System.setIn(before);
        }
    }
}
