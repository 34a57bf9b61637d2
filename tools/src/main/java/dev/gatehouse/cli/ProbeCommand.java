package dev.gatehouse.cli;

import dev.gatehouse.calls.CallTable;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.doctor.chain.LocalChain;
import dev.gatehouse.doctor.probe.Door;
import dev.gatehouse.doctor.probe.Probe;
import dev.gatehouse.doctor.probe.ProbeEndpoint;
import dev.gatehouse.doctor.probe.ProbeTarget;
import dev.gatehouse.doctor.probe.ProbedIssuer;
import dev.gatehouse.doctor.probe.TamperedToken;
import dev.gatehouse.doctor.web.UnreachableException;
import dev.gatehouse.doctor.web.Web;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse doctor probe}: sends requests that must be rejected. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Send requests that must be rejected and report which layer rejects each.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row that was tried passed",
            "1:a row failed: the deployment has a security hole",
            "2:invalid command line, a server did not respond, or no row could be tried"
        })
final class ProbeCommand implements Callable<Integer> {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final int HOLE = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private ProbeEndpoints doors = new ProbeEndpoints();

    @Mixin
    private TenantOptions tenant = new TenantOptions();

    @Option(names = "--local", description = "Probe the running local chain with its own keys and tokens.")
    private boolean local;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description =
                    "Origin of a web page that must be able to call the API from a browser, such as https://app.example.com.")
    private @Nullable String origin;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try {
            Contract contract = ProjectContract.read(PROJECT);
            Probe probe = local ? ofTheLocalChain(contract) : ofADeployment(contract);
            CallTable rows = new CallTable(probe.run(output.rows()));
            output.end("Requests that must be rejected, and the layer that rejects each", rows);
            return exitCode(rows);
        } catch (UserInputException | UnreachableException fault) {
            spec.commandLine().getErr().println("gatehouse: " + fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private Probe ofTheLocalChain(Contract contract) {
        if (!doors.areNone()) {
            throw new ParameterException(spec.commandLine(), "--local cannot be combined with --gateway or --function");
        }
        LocalChain chain = InstanceFile.chain(PROJECT)
                .orElseThrow(() ->
                        new UserInputException("no running chain found in this folder; start it with: ./gatehouse up"));
        return new Probe(
                new ProbeTarget(chain.flow(), contract.operations()),
                chain.entrances(),
                surroundings(Optional.of(chain.issuer())),
                chain.web());
    }

    private Probe ofADeployment(Contract contract) {
        if (doors.areNone()) {
            throw new ParameterException(
                    spec.commandLine(), "missing option: use --gateway, --function or both, or use --local");
        }
        Web web = Web.ofThisMachine();
        List<ProbeEndpoint> entrances = doors.open();
        Optional<String> good = entrances.stream()
                .filter(entrance -> entrance.door() == Door.GATEWAY)
                .findFirst()
                .or(() -> entrances.stream().findFirst())
                .flatMap(entrance -> entrance.tokens().of(TamperedToken.GOOD));
        Optional<ProbedIssuer> issuer = tenant.issuer(good, contract, web);
        return new Probe(new ProbeTarget(doors.flow(), contract.operations()), entrances, surroundings(issuer), web);
    }

    private Probe.Surroundings surroundings(Optional<ProbedIssuer> issuer) {
        return new Probe.Surroundings(issuer, Optional.ofNullable(origin).map(this::checked), Clock.systemUTC());
    }

    private String checked(String page) {
        if (!page.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--origin must be the scheme, host and port of a page, such as https://app.example.com");
        }
        return page;
    }

    private static int exitCode(CallTable rows) {
        if (!rows.isClean()) {
            return HOLE;
        }
        if (!rows.isProof()) {
            throw new UserInputException("no row could be tried, so nothing was verified");
        }
        return CommandLine.ExitCode.OK;
    }
}
