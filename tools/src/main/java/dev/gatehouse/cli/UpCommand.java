package dev.gatehouse.cli;

import dev.gatehouse.build.AppRebuild;
import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.ChainOptions;
import dev.gatehouse.chain.ChainOptions.Host;
import dev.gatehouse.chain.ChainOptions.Ports;
import dev.gatehouse.chain.ChainOptions.Tables;
import dev.gatehouse.chain.NotHealthyException;
import dev.gatehouse.chain.demo.DemoFunctions;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.demo.Demonstration;
import dev.gatehouse.chain.storage.AzuriteProgram;
import dev.gatehouse.doctor.chain.LocalChain;
import dev.gatehouse.init.MavenModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse up}: starts the whole chain on this machine and makes demonstration calls. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Start the whole chain on this machine for an app, make the demonstration calls of its contract, and"
                        + " keep serving until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--app",
            paramLabel = "DIR",
            description = "Folder of the app, or its staged folder (default: the current folder if it has a staged app,"
                    + " otherwise Gatehouse's sample).")
    private Optional<Path> app = Optional.empty();

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description =
                    "The app's contract (default: contract/security.json, also in src/main/resources, or the one in"
                            + " its jar).")
    private Optional<Path> contract = Optional.empty();

    @Option(names = "--once", description = "Exit after the calls; exit code 0 only if every response is as expected.")
    private boolean once;

    @Option(
            names = "--watch",
            description =
                    "While serving, build the app with its own Maven (mvnw, or mvn), once at the start and when one of its"
                            + " sources changes: src/main or the folders that its pom names, its poms and host.json, those of the modules that it"
                            + " depends on, and the contract. Not watched: tests, documents, the local Maven repository. Without"
                            + " this option, up serves the app again when another build stages it.")
    private boolean watch;

    @Option(
            names = "--write",
            description =
                    "Also make calls that are let in and may change something, where the contract has no example.")
    private boolean write;

    @Option(
            names = "--strict",
            description = "Stop if the project's snapshot differs from its contract and policies, or the app was built"
                    + " from another contract.")
    private boolean strict;

    @Option(names = "--json", description = "Print the calls as JSON; everything else goes to standard error.")
    private boolean json;

    @Option(
            names = "--port",
            defaultValue = "8443",
            description = "Port of the gateway (default ${DEFAULT-VALUE}; 0: any free port).")
    private int port;

    @Option(
            names = "--function-port",
            defaultValue = "7071",
            description = "Port of the function app (default ${DEFAULT-VALUE}; 0: any free port).")
    private int functionPort;

    @Mixin
    private SnapshotChoice choice = new SnapshotChoice();

    @Mixin
    private UserApps apps = new UserApps();

    @Option(
            names = "--host",
            defaultValue = "local",
            description = "Functions host: local (built in), or func (Azure Functions Core Tools on the PATH).")
    private Host host = Host.LOCAL;

    @Option(
            names = "--storage",
            defaultValue = "memory",
            description = "Where the app keeps its accounts: memory (lost when the function host ends), or azurite (in"
                    + " tables, kept; Azurite must be installed).")
    private Storage storage = Storage.MEMORY;

    /** Where the app keeps what it would keep in the storage account's tables. */
    enum Storage {
        MEMORY,
        AZURITE
    }

    @Override
    public Integer call() throws InterruptedException {
        requirePort("--port", port);
        requirePort("--function-port", functionPort);
        if (once && watch) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--once and --watch cannot be combined: only a chain that serves can follow changes");
        }
        UpReport report = new UpReport(spec.commandLine(), json);
        AppToStart folder = AppToStart.in(app.orElseGet(UpCommand::appHere), contract);
        DeployedApp deployed = DeployedApp.of(folder, choice, apps, DemoSecret.random(Clock.systemUTC()));
        report.notes(deployed.differences(strict));
        try (HostLogFile log = HostLogFile.open(PROJECT.resolve("target/gatehouse"))) {
            Optional<AppRebuild> rebuild = watch ? Optional.of(rebuild(folder, log, report)) : Optional.empty();
            report.say("starting Entra, gateway, Easy Auth and Functions host for " + folder.staging() + " ...");
            try (Chain chain = start(deployed, log)) {
                Runtime.getRuntime().addShutdownHook(new Thread(chain::close, "end-of-chain"));
                report.started(chain, log);
                report.notes(chain.notes());
                DemoFunctions functions = DemoFunctions.of(folder.staging());
                report.withoutKey(functions.withoutKey(deployed.tenant().contract()));
                boolean allOk = report.finished(
                        new Demonstration(chain, deployed.tenant(), new Demonstration.Options(functions, write))
                                .run(report::row));
                if (!once) {
                    DemoSecret secret = deployed.tenant().secret();
                    serve(chain, deployed.tenant(), report);
                    follow(
                            new AppWatch(
                                    chain, folder, () -> DeployedApp.of(folder, choice, apps, secret), report::say),
                            rebuild);
                }
                return allOk ? CommandLine.ExitCode.OK : GatehouseCommand.UNEXPECTED_ANSWER;
            }
        }
    }

    private static void follow(AppWatch changes, Optional<AppRebuild> rebuild) throws InterruptedException {
        if (rebuild.isEmpty()) {
            changes.run(() -> AppRebuild.Staging.UNKNOWN);
            return;
        }
        try (AppRebuild builds = rebuild.get()) {
            Runtime.getRuntime().addShutdownHook(new Thread(builds::close, "end-of-build"));
            changes.say().accept("\n" + builds.description());
            changes.run(builds::look);
        }
    }

    private static AppRebuild rebuild(AppToStart app, HostLogFile log, UpReport report) {
        MavenModule module = MavenModule.of(app.staging())
                .orElseThrow(() -> new UserInputException("--watch builds with Maven, but there is no pom.xml above "
                        + app.staging() + "; without --watch, up serves the app again when another build stages it"));
        return new AppRebuild(module, app.contract(), log.ofBuild(), report::say);
    }

    private static Path appHere() {
        Path here = WorkingDirPathConverter.path();
        return AppToStart.isApp(here) ? here : PROJECT;
    }

    /** Says how to call. */
    private static void serve(Chain chain, DemoTenant tenant, UpReport report) {
        InstanceFile running = InstanceFile.announce(
                PROJECT,
                chain.doors().traces(),
                RequestVariables.of(chain, tenant),
                LocalChain.of(chain, tenant, Clock.systemUTC()).json());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "end-of-announcement"));
        report.serving(chain, tenant);
        report.signIn(new SignInLines(chain, tenant, PROJECT));
    }

    private Chain start(DeployedApp deployed, HostLogFile log) {
        ChainOptions options = new ChainOptions(
                deployed.folder().staging(),
                deployed.appSettings(),
                new Ports(port, functionPort),
                host,
                log,
                tables());
        Chain chain = Chain.start(
                deployed.deployment(), deployed.tenant().with(deployed.deployment()), options, Clock.systemUTC());
        try {
            chain.awaitHealth(deployed.tenant().contract());
            return chain;
        } catch (NotHealthyException unhealthy) {
            chain.close();
            throw new UserInputException(unhealthy.getMessage() + "\n" + String.join("\n", log.errors())
                    + "\nThe function log is " + log.path());
        }
    }

    /** In a folder for the gateway's port, so that two that run at once do not share it, and a later start finds its data. */
    private Optional<Tables> tables() {
        if (storage == Storage.MEMORY) {
            return Optional.empty();
        }
        AzuriteProgram program = AzuriteProgram.find(System.getenv(), PROJECT)
                .orElseThrow(() -> new UserInputException(AzuriteProgram.INSTALL));
        return Optional.of(new Tables(program, PROJECT.resolve("target/gatehouse/tables-" + port)));
    }

    private void requirePort(String option, int value) {
        if (value < 0 || value > 65_535) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " must be a port from 0 to 65535, not " + value);
        }
    }
}
