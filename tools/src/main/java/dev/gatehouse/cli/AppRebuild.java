package dev.gatehouse.cli;

import dev.gatehouse.init.MavenModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds an app with its own Maven when its sources change, one build at a time, in the background: {@link AppWatch} sees that the
 * app is staged anew, usually before Maven ends. A build that fails leaves what is served as it is.
 */
final class AppRebuild implements Runnable, AutoCloseable {
    private static final List<String> GOALS =
            List.of("-B", "-ntp", "-Dstyle.color=never", "package", "-Dmaven.test.skip=true", "-DallowTelemetry=false");

    private final MavenModule module;
    private final Path log;
    private final Consumer<String> say;
    private final List<Path> watched;
    private Map<Path, String> seen;
    private Optional<Process> running = Optional.empty();
    private boolean offline;

    /** @throws UserInputException when no pom is found for the staged app */
    AppRebuild(AppToStart app, Path log, Consumer<String> say) {
        this.module = MavenModule.of(app.staging())
                .orElseThrow(() -> new UserInputException("--watch builds with Maven, but there is no pom.xml above "
                        + app.staging() + "; without --watch, up serves the app again when another build stages it"));
        this.log = log;
        this.say = say;
        this.watched = new ArrayList<>(module.sources());
        watched.add(app.contract());
        this.seen = FileStates.ofAll(watched);
    }

    /** What is built, with which command. */
    String description() {
        return "watching the sources, poms, host.json and contract of " + module.folder() + "\na change runs: "
                + String.join(" ", command(true));
    }

    /** Starts a build if a source has changed, and reports the end of one. */
    @Override
    public void run() {
        if (running.isPresent()) {
            if (running.get().isAlive()) {
                return;
            }
            ended(running.get().exitValue());
        }
        Map<Path, String> now = FileStates.ofAll(watched);
        if (running.isEmpty() && !now.equals(seen)) {
            seen = now;
            say.accept("sources changed: building ...");
            start(true);
        }
    }

    boolean isBuilding() {
        return running.isPresent();
    }

    private void ended(int exitCode) {
        running = Optional.empty();
        if (exitCode == 0) {
            return;
        }
        List<String> output = output();
        if (offline && output.stream().anyMatch(line -> line.contains("offline"))) {
            say.accept("something is not in the local Maven repository: building again with downloads ...");
            start(false);
            return;
        }
        say.accept("the build failed:\n" + String.join("\n", BuildErrors.in(output)) + "\nits whole output is in " + log
                + "\nthe former app goes on");
    }

    private void start(boolean withoutDownloads) {
        offline = withoutDownloads;
        ProcessBuilder builder = new ProcessBuilder(command(withoutDownloads))
                .directory(module.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // short builds: the second compiler of the JVM would only cost time; the user's own options win
        builder.environment()
                .merge("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1", (own, fast) -> fast + " " + own);
        try {
            Process process = builder.start();
            running = Optional.of(process);
            process.getOutputStream().close();
        } catch (IOException missing) {
            say.accept("the build cannot be started (" + missing.getMessage() + "): put mvn on the PATH");
        }
    }

    private List<String> command(boolean withoutDownloads) {
        String ending = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? ".cmd" : "";
        List<String> command = new ArrayList<>();
        command.add(module.wrapper("mvnw" + ending).map(Path::toString).orElse("mvn" + ending));
        if (withoutDownloads) {
            command.add("-o");
        }
        command.addAll(GOALS);
        command.addAll(module.selection());
        return command;
    }

    private List<String> output() {
        try {
            return new String(Files.readAllBytes(log), Charset.defaultCharset())
                    .replaceAll("\u001b\\[[0-9;]*m", "") // colours
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(log + " cannot be read", unreadable);
        }
    }

    /** Ends a build that runs. */
    @Override
    public void close() {
        running.ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }
}
