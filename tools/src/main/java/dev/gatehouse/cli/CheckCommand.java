package dev.gatehouse.cli;

import dev.gatehouse.check.CheckFindings;
import dev.gatehouse.check.Checker;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.input.BicepCompiler;
import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.input.Inputs;
import dev.gatehouse.check.report.CheckReport;
import dev.gatehouse.check.report.Places;
import dev.gatehouse.check.settings.CheckConfig;
import dev.gatehouse.check.settings.Suppressions;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse check}: finds insecure configuration in deployments, this project's or any other. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Find insecure configuration in a deployment of functions behind API Management, without Azure.",
            "Reads snapshots (*.snapshot.json), ARM templates, what az exports, policies (.xml, .rawxml, .policy, .cshtml)"
                    + " and, where bicep or az is installed, Bicep. docs/checks.md explains each rule."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing found that is as grave as --fail-on says",
            "1:such findings reported, whether or not all could be read",
            "2:could not run, or some input could not be read and nothing was found in the rest"
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
            paramLabel = "FOLDER, FILE or PATTERN",
            arity = "0..*",
            description = "What to check: folders, files, patterns such as 'infra/**/*.xml', or - for standard input"
                    + " (default: this project's infra folder).")
    private List<String> names = List.of();

    @Option(
            names = "--stdin-name",
            paramLabel = "FILE",
            defaultValue = "",
            description = "The name that standard input has in the report; its ending says what it is.")
    private String standardInput = "";

    @Option(
            names = "--strict",
            description =
                    "Report what can only be decided at run time as a finding, too, and count what a folder has that"
                            + " was not checked, such as Bicep without its compiler, as not read.")
    private boolean strict;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "Look for a mistake that is off by default, too; see docs/checks.md.")
    private List<String> also = List.of();

    @Mixin
    private CheckSettings settings = new CheckSettings();

    @Mixin
    private CheckOutput output = new CheckOutput();

    @Override
    public Integer call() {
        Path here = names.isEmpty() ? PROJECT : WorkingDirPathConverter.path();
        try {
            CheckConfig config = settings.config(here);
            CheckReport report = settings.compared(report(config, here), config, here);
            output.print(report, here, settings.hasBaseline(config));
            return exitCode(report, config);
        } catch (UnreadableInput fault) {
            throw new ParameterException(spec.commandLine(), String.valueOf(fault.getMessage()));
        }
    }

    private CheckReport report(CheckConfig config, Path here) {
        also.stream().filter(id -> !CheckConfig.isRule(id)).findFirst().ifPresent(id -> {
            throw new UnreadableInput("--rule: '" + id + "' is no rule; docs/checks.md lists them");
        });
        List<Rule> rules = config.rules(also);
        InputReading all = new Inputs(here, BicepCompiler.installed(System.getenv()), config.choice(), standardInput)
                .read(names.isEmpty() ? List.of("infra") : names);
        CheckFindings found = new Checker(rules).check(all.deployments());
        CheckFindings counted = strict ? found.strict() : found;
        InputReading reading = strict ? all.strict() : all;
        Places places = new Places(reading);
        CheckReport report = new CheckReport(rules, places.of(counted.findings()), counted.undecided(), reading);
        return new Suppressions(reading, places, config).applied(report);
    }

    /** What could not be read does not hide what was found in the rest. */
    private int exitCode(CheckReport report, CheckConfig config) {
        if (settings.failOn(config).isReachedBy(report)) {
            return FOUND;
        }
        return report.reading().unreadable().isEmpty() ? NOTHING_FOUND : NOT_READ;
    }
}
