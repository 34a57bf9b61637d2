package dev.gatehouse.cli;

import dev.gatehouse.deployment.Flow;
import dev.gatehouse.deployment.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for the deployment to start: one of the project's snapshots, or another file. */
final class SnapshotChoice {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--flow",
            defaultValue = "caller-token",
            converter = FlowWords.class,
            description =
                    "Token that the gateway sends to the function app: caller-token (the caller's) or gateway-identity"
                            + " (of its managed identity, with the caller named in headers).")
    private Flow flow = Flow.CALLER_TOKEN;

    @Option(
            names = "--validate-with",
            defaultValue = "azure-ad-token",
            converter = ValidationWords.class,
            description = "Gateway policy that validates tokens: azure-ad-token, or jwt where that is not available.")
    private Validation validation = Validation.AZURE_AD_TOKEN;

    @Option(
            names = "--deployment",
            paramLabel = "FILE",
            description = "Snapshot file to use instead; overrides --flow and --validate-with.")
    private Optional<Path> file = Optional.empty();

    /** The gateway policies that validate tokens. */
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
                    spec.commandLine(),
                    "--deployment and " + option + " cannot be combined: the snapshot file already decides it");
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
