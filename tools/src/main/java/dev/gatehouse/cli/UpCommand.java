package dev.gatehouse.cli;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.ChainOptions;
import dev.gatehouse.chain.ChainOptions.Host;
import dev.gatehouse.chain.ChainOptions.Ports;
import dev.gatehouse.chain.NotHealthyException;
import dev.gatehouse.chain.demo.DemoRow;
import dev.gatehouse.chain.demo.DemoSecret;
import dev.gatehouse.chain.demo.DemoTenant;
import dev.gatehouse.chain.demo.Demonstration;
import dev.gatehouse.check.Finding;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.input.Projects;
import dev.gatehouse.check.rules.Drift;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Location;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.doctor.chain.LocalChain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatehouse up}: starts the whole chain on this machine and makes demonstration calls. Runs in the project's folder. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Start the whole chain on this machine, make the demonstration calls, and keep serving until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--once", description = "Exit after the calls; exit code 0 only if every response is as expected.")
    private boolean once;

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

    @Option(
            names = "--host",
            defaultValue = "local",
            description = "Functions host: local (built in), or func (Azure Functions Core Tools on the PATH).")
    private Host host = Host.LOCAL;

    @Override
    public Integer call() throws InterruptedException {
        requirePort("--port", port);
        requirePort("--function-port", functionPort);
        UpReport report = new UpReport(spec.commandLine(), json);
        DemoSecret secret = DemoSecret.random(Clock.systemUTC());
        try (HostLogFile log = HostLogFile.open(PROJECT.resolve("target/gatehouse/host.log"))) {
            report.say("starting Entra, gateway, Easy Auth and Functions host ...");
            try (Chain chain = start(secret, log)) {
                Runtime.getRuntime().addShutdownHook(new Thread(chain::close, "end-of-chain"));
                report.started(chain, log);
                List<DemoRow> rows = new Demonstration(chain, secret).run(report::row);
                boolean allOk = report.finished(rows);
                if (!once) {
                    serve(chain, secret, report);
                }
                return allOk ? CommandLine.ExitCode.OK : GatehouseCommand.UNEXPECTED_ANSWER;
            }
        }
    }

    /** Serves until Ctrl-C. */
    private static void serve(Chain chain, DemoSecret secret, UpReport report) throws InterruptedException {
        InstanceFile running = InstanceFile.announce(
                PROJECT,
                chain.doors().traces(),
                RequestVariables.of(chain, secret),
                LocalChain.of(chain, secret, Clock.systemUTC()).json());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "end-of-announcement"));
        report.serving(chain, secret);
        new CountDownLatch(1).await();
    }

    private Chain start(DemoSecret secret, HostLogFile log) {
        ChainOptions options = new ChainOptions(PROJECT, new Ports(port, functionPort), host, log);
        Deployment deployment = deployment();
        Chain chain = Chain.start(deployment, new DemoTenant(secret).with(deployment), options, Clock.systemUTC());
        try {
            chain.awaitHealth();
            return chain;
        } catch (NotHealthyException unhealthy) {
            chain.close();
            throw new UserInputException(unhealthy.getMessage() + "\n" + String.join("\n", log.errors())
                    + "\nThe function log is " + log.path());
        }
    }

    private Deployment deployment() {
        Contract contract = ProjectContract.read(PROJECT);
        Snapshot snapshot = choice.snapshot(PROJECT);
        Deployment deployment = Deployment.of(snapshot);
        List<Finding> differences = Drift.of(
                DeployedFile.of(Location.of(snapshot.name()), snapshot, Optional.of(Projects.read(PROJECT, contract))));
        if (!differences.isEmpty()) {
            throw new UserInputException(differences.stream()
                    .map(each -> each.place() + ": " + each.found())
                    .collect(Collectors.joining(
                            "\n  ",
                            "the deployment snapshot differs from the contract and policies; run " + Snapshot.COMMAND
                                    + " and review the differences:\n  ",
                            "")));
        }
        return deployment;
    }

    private void requirePort(String option, int value) {
        if (value < 0 || value > 65_535) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " must be a port from 0 to 65535, not " + value);
        }
    }
}
