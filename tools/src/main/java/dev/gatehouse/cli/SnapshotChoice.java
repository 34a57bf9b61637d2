package dev.gatehouse.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.deployment.Flow;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.input.GivenText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
            description =
                    "Snapshot file to start from instead of the project's or the packaged one; cannot be combined with --flow and"
                            + " --validate-with; - for standard input.")
    private Optional<Path> file = Optional.empty();

    private Optional<Snapshot> given = Optional.empty();

    /** The gateway policies that validate tokens. */
    private enum Validation {
        AZURE_AD_TOKEN(""),
        JWT("-validate-jwt");

        private final String suffix;

        Validation(String suffix) {
            this.suffix = suffix;
        }
    }

    /** Whether it is neither the project's nor one that these tools bring along. */
    boolean isFile() {
        return file.isPresent();
    }

    /** The project's own, where it has one. */
    Snapshot snapshot(Path project) {
        if (file.isPresent()) {
            refuseBeside("--flow");
            refuseBeside("--validate-with");
            return given.orElseGet(() -> read(file.get()));
        }
        Path own = project.resolve("infra").resolve(name());
        return Files.exists(own) ? Snapshot.read(own) : packaged();
    }

    /** Standard input can be read only once. */
    private Snapshot read(Path chosen) {
        Snapshot read = Snapshot.read(chosen);
        given = chosen.equals(GivenText.STANDARD_INPUT) ? Optional.of(read) : Optional.empty();
        return read;
    }

    /** Whether the project has a snapshot of what is chosen. */
    boolean isOf(Path project) {
        return Files.exists(project.resolve("infra").resolve(name()));
    }

    private Snapshot packaged() {
        try (InputStream json = Snapshot.class.getResourceAsStream("packaged/" + name())) {
            return new Snapshot("the packaged " + name(), new ObjectMapper().readTree(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packaged " + name() + " cannot be read", unreadable);
        }
    }

    private String name() {
        String flowName = flow == Flow.CALLER_TOKEN ? "main" : KebabCaseEnumConverter.of(flow);
        return flowName + validation.suffix + ".snapshot.json";
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
