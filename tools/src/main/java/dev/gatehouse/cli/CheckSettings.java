package dev.gatehouse.cli;

import dev.gatehouse.check.report.CheckReport;
import dev.gatehouse.check.settings.Baseline;
import dev.gatehouse.check.settings.CheckConfig;
import dev.gatehouse.check.settings.CheckConfigReader;
import dev.gatehouse.check.settings.FailOn;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of {@code check} about which findings count. What the command line says goes before the file. */
final class CheckSettings {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "What the project says about its check (default: " + CheckConfig.NAME
                    + " of this folder or the nearest above).")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--fail-on",
            converter = FailOnConverter.class,
            paramLabel = "error|warning|note|never",
            description = "The least severity that gives exit code 1 (default: note).")
    private Optional<FailOn> failOn = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Let only findings count that this file does not have.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write such a file with all findings, and compare with it.")
    private Optional<Path> toWrite = Optional.empty();

    static final class FailOnConverter extends KebabCaseEnumConverter<FailOn> {
        FailOnConverter() {
            super(FailOn.class);
        }
    }

    CheckConfig config(Path here) {
        return file.or(() -> CheckConfig.find(here))
                .map(found -> new CheckConfigReader(here).read(found))
                .orElse(CheckConfig.none());
    }

    FailOn failOn(CheckConfig config) {
        return failOn.or(config::failOn).orElse(FailOn.NOTE);
    }

    boolean hasBaseline(CheckConfig config) {
        return baselineOf(config).isPresent();
    }

    private Optional<Path> baselineOf(CheckConfig config) {
        return toWrite.or(() -> baseline).or(config::baseline);
    }

    /** The report with what is known marked. */
    CheckReport compared(CheckReport report, CheckConfig config, Path here) {
        toWrite.ifPresent(to -> Baseline.write(to, here, report));
        Optional<Baseline> known = baselineOf(config).map(from -> Baseline.read(from, here));
        CheckReport compared = known.map(each -> each.applied(report)).orElse(report);
        known.map(each -> each.gone(compared)).filter(gone -> gone > 0).ifPresent(gone -> spec.commandLine()
                .getErr()
                .println("gatehouse: " + gone + " of the baseline's findings are not found any more; write it"
                        + " again with --write-baseline"));
        return compared;
    }
}
