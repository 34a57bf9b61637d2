package dev.gatehouse.cli;

import dev.gatehouse.check.CheckFindings;
import dev.gatehouse.check.Checker;
import dev.gatehouse.check.input.BicepCompiler;
import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.input.Inputs;
import dev.gatehouse.check.rules.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse check}: finds insecure configuration in deployments, this project's or any other. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Find insecure configuration in a deployment of functions behind API Management, without Azure.",
            "Reads snapshots (*.snapshot.json), ARM templates, policy XML and, where bicep or az is installed, Bicep."
                    + " docs/checks.md explains each rule."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing found", "1:findings reported", "2:some input could not be read; the rest was checked"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int NOTHING_FOUND = 0;
    private static final int FOUND = 1;
    private static final int NOT_READ = 2;
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER or FILE",
            arity = "0..*",
            description = "Folders and files to check, or - for standard input (default: this project's infra folder).")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print the findings as JSON: [{rule, place, found, why, fix}, ...].")
    private boolean json;

    @Option(names = "--strict", description = "Report what can only be decided at run time as a finding, too.")
    private boolean strict;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "Look for a mistake that is off by default, too; see docs/checks.md.")
    private List<String> also = List.of();

    @Override
    public Integer call() {
        boolean own = names.isEmpty();
        Path here = own ? PROJECT : WorkingDirPathConverter.path();
        InputReading reading =
                new Inputs(here, BicepCompiler.installed(System.getenv())).read(own ? List.of("infra") : names);
        CheckFindings report = new Checker(Rules.on(also)).check(reading.deployments());
        CommandLine line = spec.commandLine();
        CheckReport print = new CheckReport(line.getOut(), line.getErr(), Terminal.of(line));
        CheckFindings counted = strict ? report.strict() : report;
        if (json) {
            print.forPrograms(counted, reading.unreadable());
        } else {
            print.forPeople(counted, reading);
        }
        if (!reading.unreadable().isEmpty()) {
            return NOT_READ;
        }
        return counted.findings().isEmpty() ? NOTHING_FOUND : FOUND;
    }
}
