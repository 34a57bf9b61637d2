package dev.gatehouse.check.input;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Compiles Bicep to an ARM template with {@code $BICEP}, {@code bicep} or {@code az bicep}, whichever is installed.
 *
 * @param command its beginning; empty where no compiler is installed
 */
public record BicepCompiler(List<String> command) {
    static final String MISSING = "neither 'bicep' nor 'az', which compile Bicep, is on the PATH: install one,"
            + " or check the snapshot that 'bicep snapshot' creates from its .bicepparam";

    private static final long LONGEST_MINUTES = 3;
    private static final String PARAMETERS = ".bicepparam";
    private static final String AZ = "bicep"; // az's own command

    public BicepCompiler {
        command = List.copyOf(command);
    }

    /** The compiled text, or the error. */
    sealed interface Outcome {
        record Compiled(String template) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    /** Finds the installed compiler through environment variables. */
    public static BicepCompiler installed(Map<String, String> environment) {
        String named = environment.getOrDefault("BICEP", "");
        if (!named.isBlank()) {
            return new BicepCompiler(List.of(named));
        }
        String path = environment.getOrDefault("PATH", "");
        return find(path, "bicep")
                .map(file -> List.of(file))
                .or(() -> find(path, "az").map(file -> List.of(file, AZ)))
                .map(BicepCompiler::new)
                .orElse(new BicepCompiler(List.of()));
    }

    boolean isInstalled() {
        return !command.isEmpty();
    }

    /** @param file in Bicep, or parameters in Bicep, of which both parameters and template are printed */
    Outcome compile(Path file) {
        if (!isInstalled()) {
            return new Outcome.Failed(MISSING);
        }
        List<String> whole = new ArrayList<>(command);
        whole.add(file.toString().toLowerCase(Locale.ROOT).endsWith(PARAMETERS) ? "build-params" : "build");
        whole.add("--stdout");
        if (command.size() > 1) {
            whole.add("--file");
        }
        whole.add(file.toString());
        try {
            Path errors = Files.createTempFile("gatehouse-bicep", ".log");
            Path output = Files.createTempFile("gatehouse-bicep", ".json");
            try {
                return run(
                        new ProcessBuilder(whole)
                                .redirectOutput(output.toFile())
                                .redirectError(errors.toFile()),
                        output,
                        errors);
            } finally {
                Files.delete(errors);
                Files.delete(output);
            }
        } catch (IOException failed) {
            return new Outcome.Failed("'" + command.get(0) + "' could not be started: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }

    private Outcome run(ProcessBuilder builder, Path output, Path errors) throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Outcome.Failed("'" + command.get(0) + "' did not finish within " + LONGEST_MINUTES + " minutes");
        }
        String template = Files.readString(output);
        if (process.exitValue() == 0 && !template.isBlank()) {
            return new Outcome.Compiled(template);
        }
        String said = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
        return new Outcome.Failed("'" + command.get(0) + "' failed with exit code " + process.exitValue() + ": "
                + (said.isBlank() ? "no output" : said.strip()));
    }

    private static Optional<String> find(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder ->
                        List.of(name, name + ".exe", name + ".cmd").stream().map(file -> Path.of(folder, file)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .findFirst();
    }
}
