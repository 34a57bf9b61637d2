package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The action and the hook call the check as its command line allows. */
class DistributionTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern INPUT = Pattern.compile("(?m)^  ([a-z-]+):$");
    private static final Pattern USED = Pattern.compile("inputs\\.([a-z-]+)");

    private final CommandLine check =
            GatehouseCommand.commandLine().getSubcommands().get("check");

    @Test
    void theActionUsesOptionsThatExistAndEachOfItsInputs() throws IOException {
        String action = Files.readString(Path.of("action.yml"));

        assertThat(OPTION.matcher(action).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(option -> check.getCommandSpec().findOption(option) != null);
        String inputs = action.substring(0, action.indexOf("runs:"));
        assertThat(USED.matcher(action).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(INPUT.matcher(inputs)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    /** An input's text in the script would be run as a part of it. */
    @Test
    void theActionsScriptContainsNoInput() throws IOException {
        String action = Files.readString(Path.of("action.yml"));

        assertThat(action.substring(action.indexOf("run: |"))).doesNotContain("${{");
    }

    @Test
    void theHookRunsTheLauncher() throws IOException {
        String hook = Files.readString(Path.of(".pre-commit-hooks.yaml"));

        assertThat(hook).contains("entry: gatehouse\n", "args: [check, .]\n", "pass_filenames: false\n");
        assertThat(Files.isExecutable(Path.of("gatehouse"))).isTrue();
    }
}
