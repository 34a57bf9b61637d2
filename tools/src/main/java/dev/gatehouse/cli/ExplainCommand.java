package dev.gatehouse.cli;

import dev.gatehouse.doctor.explain.Explainer;
import dev.gatehouse.doctor.explain.ExplanationPage;
import dev.gatehouse.doctor.explain.PasteExplanation;
import dev.gatehouse.input.UnreadableInput;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse doctor explain}: explains whatever a person has in hand. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Explain an error, an answer, a log, a trace, or several of them in one text: which layer it is from, the"
                        + " cause, the fix, and who can apply it. Nothing is sent anywhere.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a cause is known",
            "1:no cause is known",
            "2:invalid command line, or the text cannot be read"
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int NOT_KNOWN = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE|-", description = "The text (default: standard input).")
    private String file = Input.STANDARD;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        try {
            PasteExplanation explanation = new Explainer()
                    .of(new Input(spec.commandLine()).text(file, "Paste what you have, press Enter, then Ctrl-D:"));
            output.print(ExplanationPage.of(explanation), explanation::json);
            return explanation.cause().isPresent() ? CommandLine.ExitCode.OK : NOT_KNOWN;
        } catch (UnreadableInput fault) {
            spec.commandLine().getErr().println("gatehouse: " + fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }
}
