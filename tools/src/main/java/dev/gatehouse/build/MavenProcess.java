package dev.gatehouse.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A Maven that runs: for one build, or with {@link RepeatedBuilds} inside it for one after the other. */
final class MavenProcess implements AutoCloseable {
    /** Colours, and how Maven 4 marks what was printed and not logged. */
    private static final Pattern DECORATION = Pattern.compile("\u001b\\[[0-9;]*m|^\\[INFO] \\[stdout] ");

    private final Process process;
    private final Path log;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private PrintWriter file;
    private volatile Optional<Integer> exitCode = Optional.empty();

    private MavenProcess(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.file = fileOf(log);
    }

    /**
     * Starts it for one build.
     *
     * @param log receives the output of the latest build
     * @throws IOException when there is no such program, or the log cannot be written
     */
    static MavenProcess forOne(ProcessBuilder builder, Path log) throws IOException {
        MavenProcess maven = started(builder, log);
        maven.process.getOutputStream().close();
        return maven;
    }

    /** As {@link #forOne}, for a command line with {@link RepeatedBuilds}, which waits for the next build after the first. */
    static MavenProcess forMany(ProcessBuilder builder, Path log) throws IOException {
        MavenProcess maven = started(builder, log);
        maven.command();
        return maven;
    }

    private static MavenProcess started(ProcessBuilder builder, Path log) throws IOException {
        MavenProcess maven = new MavenProcess(builder.redirectErrorStream(true).start(), log);
        Thread reader = new Thread(maven::read, "output-of-maven");
        reader.setDaemon(true);
        reader.start();
        return maven;
    }

    /** Whether it waits for another build; a process that has ended does not. */
    boolean isWaiting() {
        return exitCode.isPresent() && process.isAlive();
    }

    /** Begins another build of a process that waits. */
    void buildAgain() throws IOException {
        file.close();
        file = fileOf(log);
        lines.clear();
        exitCode = Optional.empty();
        command();
    }

    /** The exit code of the build; empty while it goes on. */
    Optional<Integer> exitCode() {
        return exitCode;
    }

    /** What the latest build printed so far. */
    List<String> output() {
        return List.copyOf(lines);
    }

    private static PrintWriter fileOf(Path log) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(log, Charset.defaultCharset()), true);
    }

    /** One line for each build. */
    private void command() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException ended) {
            return; // seen where its output ends
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(Charset.defaultCharset())) {
            output.lines().map(line -> DECORATION.matcher(line).replaceAll("")).forEach(this::accept);
            exitCode = Optional.of(process.waitFor());
        } catch (IOException | UncheckedIOException | InterruptedException lost) {
            file.println("the output of Maven was lost: " + lost);
            exitCode = Optional.of(1);
        }
    }

    private void accept(String line) {
        if (line.startsWith(RepeatedBuilds.ENDED)) {
            exitCode = Optional.of(Integer.parseInt(line.substring(RepeatedBuilds.ENDED.length())));
        } else {
            lines.add(line);
            file.println(line);
        }
    }

    /** Ends the build that runs, and the process. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        file.close();
    }
}
