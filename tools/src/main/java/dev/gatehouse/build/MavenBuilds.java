package dev.gatehouse.build;

import dev.gatehouse.chain.files.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One build after the other: in a Maven that stays, which is started anew when a file that describes the build changes; or, where none
 * stays, in a Maven for each.
 */
final class MavenBuilds implements AutoCloseable {
    private final MavenCommand command;
    private final Path log;
    private final TemporaryFolder extension;
    private final List<Path> describing;
    private Map<Path, String> description = Map.of();
    private Optional<MavenProcess> maven = Optional.empty();
    private boolean stays;
    private boolean isRepeated;

    MavenBuilds(MavenCommand command, Path log) {
        this.command = command;
        this.log = log;
        this.describing = command.module().description();
        this.extension = MavenCommand.extension();
        this.stays = !command.hasExtensionsOnItsPath();
    }

    /** Whether a Maven stays; it may end after the first build. */
    boolean stays() {
        return stays;
    }

    /** @throws IOException when Maven cannot be started, or the log cannot be written */
    void begin() throws IOException {
        Map<Path, String> now = FileStates.ofAll(describing);
        if (maven.filter(MavenProcess::isWaiting).isPresent() && now.equals(description)) {
            maven.get().buildAgain();
            return;
        }
        end();
        description = now;
        isRepeated = stays;
        maven = Optional.of(
                stays
                        ? MavenProcess.forMany(command.repeated(extension.path()), log)
                        : MavenProcess.forOne(command.withoutDownloads(), log));
    }

    /** @throws IOException as {@link #begin} */
    void beginWithDownloads() throws IOException {
        end();
        isRepeated = false;
        maven = Optional.of(MavenProcess.forOne(command.withDownloads(), log));
    }

    /** The exit code of the latest build; empty while it goes on. */
    Optional<Integer> exitCode() {
        return maven.flatMap(MavenProcess::exitCode);
    }

    /** After a build: whether a Maven that was to stay has ended. Then none is kept from now on. */
    boolean hasEndedUnasked() {
        boolean hasEnded = isRepeated && maven.filter(each -> !each.isWaiting()).isPresent();
        stays &= !hasEnded;
        return hasEnded;
    }

    /** What the latest build printed so far. */
    List<String> output() {
        return maven.map(MavenProcess::output).orElse(List.of());
    }

    private void end() {
        maven.ifPresent(MavenProcess::close);
        maven = Optional.empty();
    }

    @Override
    public void close() {
        end();
        extension.close();
    }
}
