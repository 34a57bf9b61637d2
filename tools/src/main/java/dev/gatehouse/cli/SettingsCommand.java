package dev.gatehouse.cli;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.doctor.settings.IssuerExamination;
import dev.gatehouse.doctor.settings.SettingReport;
import dev.gatehouse.doctor.settings.SettingsExamination;
import dev.gatehouse.doctor.settings.SettingsPage;
import dev.gatehouse.doctor.settings.SiteFacts;
import dev.gatehouse.doctor.settings.StagedBytecode;
import dev.gatehouse.doctor.token.LayerConfiguration;
import dev.gatehouse.input.Exported;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse doctor settings}: reports what is wrong with app settings. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Compare app settings with the app's rules, the contract, the deployment and the issuer's"
                + " metadata. Settings are read from --settings, else local.settings.json, else the environment.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all settings are correct",
            "1:a setting is wrong",
            "2:invalid command line, or a file it names cannot be read"
        })
final class SettingsCommand implements Callable<Integer> {
    private static final int WRONG = 1;
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "Output of 'az functionapp config appsettings list', or local.settings.json; - for standard input.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description =
                    "Output of 'az functionapp show': its plan, runtime and Java version, compared with the staged app.")
    private Optional<Path> site = Optional.empty();

    @Option(names = "--online", description = "Also fetch the issuer's metadata and keys.")
    private boolean online;

    @Mixin
    private Output output = new Output();

    @Mixin
    private SnapshotChoice choice = new SnapshotChoice();

    /** Settings and their source. */
    private record Source(String name, Map<String, String> settings, boolean local) {}

    private static SiteFacts facts(Path file) {
        return new SiteFacts(Exported.read(file).content(), StagedBytecode.version(PROJECT));
    }

    @Override
    public Integer call() {
        try {
            Contract contract = ProjectContract.read(PROJECT);
            Source source = source();
            List<SettingReport> reports = new ArrayList<>(
                    new SettingsExamination(LayerConfiguration.azure(contract, Deployment.of(choice.snapshot(PROJECT))))
                            .ofApp(source.settings(), source.local(), site.map(SettingsCommand::facts)));
            if (online) {
                Clock clock = Clock.systemUTC();
                reports.addAll(new IssuerExamination(new IssuerSource(PROJECT, clock).documents(true), clock)
                        .of(source.settings(), contract));
            }
            output.print(SettingsPage.of(source.name(), reports), () -> SettingsPage.json(source.name(), reports));
            return reports.stream().anyMatch(SettingReport::isWrong) ? WRONG : CommandLine.ExitCode.OK;
        } catch (UnreadableInput | DeploymentFault | UserInputException fault) {
            spec.commandLine().getErr().println("gatehouse: " + fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private Source source() {
        Path local = PROJECT.resolve("local.settings.json");
        Optional<Path> read = file.or(() -> Files.exists(local) ? Optional.of(local) : Optional.empty());
        return read.map(Exported::read)
                .map(exported -> new Source(exported.name(), exported.appSettings(), exported.isLocal()))
                .orElseGet(() -> new Source("the environment", System.getenv(), true));
    }
}
