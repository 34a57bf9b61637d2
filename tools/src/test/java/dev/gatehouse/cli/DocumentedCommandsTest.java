package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.fixtures.InfraFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The command line accepts every {@code ./gatehouse …} command in the documents. */
class DocumentedCommandsTest {
    /** Up to what ends a command in a shell or in Markdown: a pipe, a redirection, a comment, a back quote, the line. */
    private static final Pattern COMMAND = Pattern.compile("\\./gatehouse((?: +(?:\"[^\"\\n]*\"|[^\\s|<>#`;\"]+))+)");

    private static final Pattern VALUE = Pattern.compile("(?m)(?:\\$\\(|^)value (\\w+)(?=[ )]|$)");

    static Stream<String> commands() throws IOException {
        try (Stream<Path> documents = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("requests/README.md")), documents)
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(DocumentedCommandsTest::commandsIn)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isKnownToTheCommandLine(String command) {
        assertThat(faults(command)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tokens", "up --flows caller-token", "up --flow both", "doctor call --local --operations x"})
    void findsWhatTheCommandLineDoesNotKnow(String command) {
        assertThat(faults(command)).isNotEmpty();
    }

    /** The walkthrough reads what 'up' announces, by the names that the requests have for it. */
    @Test
    void theWalkthroughReadsOnlyWhatIsAnnounced() throws IOException {
        Set<String> announced = InfraFiles.all(
                Pattern.compile("^(.+)$", Pattern.MULTILINE),
                String.join(
                        "\n",
                        new ObjectMapper()
                                .readTree(Path.of("requests/gatehouse.postman_environment.json")
                                        .toFile())
                                .get("values")
                                .findValuesAsText("key")));
        announced.addAll(Set.of("proxy", "certificate"));

        assertThat(InfraFiles.all(VALUE, InfraFiles.text(Path.of("docs/walkthrough.md"))))
                .hasSizeGreaterThan(5)
                .isSubsetOf(announced);
    }

    /** What is wrong with a command. What an example leaves out, such as a file's name, is not. */
    private static List<Exception> faults(String command) {
        CommandLine line = GatehouseCommand.commandLine();
        withSubcommands(line).forEach(each -> each.getCommandSpec().parser().collectErrors(true));
        return line.parseArgs(command.strip().split(" +")).asCommandLineList().stream()
                .flatMap(parsed -> parsed.getParseResult().errors().stream())
                .filter(fault -> !(fault instanceof CommandLine.MissingParameterException))
                .toList();
    }

    private static Stream<CommandLine> withSubcommands(CommandLine line) {
        return Stream.concat(
                Stream.of(line),
                line.getSubcommands().values().stream().flatMap(DocumentedCommandsTest::withSubcommands));
    }

    private static Stream<String> commandsIn(Path document) {
        try {
            String text = Files.readString(document).replaceAll(" *\\\\\\n *", " ");
            return COMMAND.matcher(text).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
