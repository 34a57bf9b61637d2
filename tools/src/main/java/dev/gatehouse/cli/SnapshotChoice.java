package dev.gatehouse.cli;

import dev.gatehouse.deployment.Flow;
import dev.gatehouse.deployment.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which deployment is started: one of the project's own snapshots, or another. */
final class SnapshotChoice {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--flow",
            defaultValue = "caller-token",
            converter = FlowWords.class,
            description = "What the gateway calls with: caller-token (the caller's own token) or gateway-identity"
                    + " (its managed identity, with the caller named in headers).")
    private Flow flow = Flow.CALLER_TOKEN;

    @Option(
            names = "--validate-with",
            defaultValue = "azure-ad-token",
            converter = ValidationWords.class,
            description = "The gateway's policy for tokens: azure-ad-token, or jwt for where that is not available.")
    private Validation validation = Validation.AZURE_AD_TOKEN;

    @Option(
            names = "--deployment",
            paramLabel = "FILE",
            description = "Another snapshot of infra/main.bicep, which decides what --flow and --validate-with would.")
    private Optional<Path> file = Optional.empty();

    /** The gateway's policies for tokens. */
    private enum Validation {
        AZURE_AD_TOKEN(""),
        JWT("-validate-jwt");

        private final String suffix;

        Validation(String suffix) {
            this.suffix = suffix;
        }
    }

    Snapshot snapshot(Path project) {
        if (file.isPresent()) {
            refuseBeside("--flow");
            refuseBeside("--validate-with");
        }
        String flowName = flow == Flow.CALLER_TOKEN ? "main" : KebabCaseEnumConverter.of(flow);
        return Snapshot.read(file.orElse(project.resolve("infra/" + flowName + validation.suffix + ".snapshot.json")));
    }

    private void refuseBeside(String option) {
        if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--deployment decides what " + option + " would: give one of them");
        }
    }

    static final class FlowWords extends KebabCaseEnumConverter<Flow> {
        FlowWords() {
            super(Flow.class);
        }
    }

    private static final class ValidationWords extends KebabCaseEnumConverter<Validation> {
        ValidationWords() {
            super(Validation.class);
        }
    }
}
