package dev.gatehouse.cli;

import dev.gatehouse.chain.gateway.policy.PolicyRefused;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.doctor.explain.Explainer;
import dev.gatehouse.doctor.token.Diagnosis;
import dev.gatehouse.doctor.token.DiagnosisPage;
import dev.gatehouse.doctor.token.PastedInput;
import dev.gatehouse.input.UnreadableInput;
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

/** {@code gatehouse doctor token}: explains a token and how each layer validates it. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Explain a token: which layer would reject it, by which rule, and how to fix it. The token is"
                + " read from standard input; it is never an argument.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every layer accepts the token, and every rule was decided, including the signature",
            "1:a layer rejects the token, or a rule could not be decided",
            "2:invalid command line, or the token or a file it names cannot be read"
        })
final class TokenCommand implements Callable<Integer>, UsageErrors.TakesNoArguments {
    private static final int REFUSED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--file", paramLabel = "FILE|-", description = "File with the token (default: standard input).")
    private String file = Input.STANDARD;

    @Option(names = "--operation", paramLabel = "NAME", description = "Check this operation only, rule by rule.")
    private Optional<String> operation = Optional.empty();

    @Option(names = "--online", description = "Fetch the issuer's keys from the internet to verify the signature.")
    private boolean online;

    @Mixin
    private Output output = new Output();

    @Mixin
    private DeployedValues deployed = new DeployedValues();

    @Mixin
    private SnapshotChoice choice = new SnapshotChoice();

    @Override
    public Integer call() {
        try {
            Diagnosis diagnosis = diagnosis();
            output.print(DiagnosisPage.of(diagnosis), diagnosis::json);
            return diagnosis.admitted().equals(Optional.of(true)) ? CommandLine.ExitCode.OK : REFUSED;
        } catch (UnreadableInput | DeploymentFault | PolicyRefused | UserInputException fault) {
            spec.commandLine().getErr().println("gatehouse: " + ErrorMessages.message(fault));
            return CommandLine.ExitCode.USAGE;
        }
    }

    private Diagnosis diagnosis() {
        String text = new Input(spec.commandLine()).text(file, "Paste the token, press Enter, then Ctrl-D:");
        PastedInput paste = PastedInput.read(text);
        if (paste instanceof PastedInput.OneToken token) {
            Path project = Path.of("").toAbsolutePath();
            return new TokenExamination(project, deployed, online, Clock.systemUTC())
                    .of(withAnswer(token, text), choice.snapshot(project), operation);
        }
        throw new UnreadableInput(((PastedInput.NoToken) paste).message());
    }

    /** An answer or an error that was pasted beside the token says which layer refused it. */
    private static PastedInput.OneToken withAnswer(PastedInput.OneToken token, String text) {
        return new Explainer()
                .of(text.replace(token.token(), ""))
                .fault()
                .map(answer -> token.and("The text beside it says: " + answer.means() + " " + answer.fix()))
                .orElse(token);
    }

    @Override
    public String whyNoArguments() {
        return "doctor token does not accept a token as an argument: it would stay in the shell history and"
                + " be visible to other processes; pass it on standard input, or in a file with --file";
    }
}
