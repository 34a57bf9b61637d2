package dev.gatehouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The Functions host's log file; it also contains the guard's decision lines. */
record HostLogFile(Path path, PrintWriter file, List<String> errors) implements Consumer<String>, AutoCloseable {

    /** Prefix of the lines in which the app reports configuration errors at startup. */
    private static final String ERROR = "Gatehouse error: ";

    /** {@code host.log} in this folder; where another process writes it, {@code host-2.log}, and so on. */
    static HostLogFile open(Path folder) {
        Path path = folder.resolve("host.log");
        try {
            Files.createDirectories(folder);
            for (int i = 2; ; i++) {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (isFree(channel)) {
                    channel.truncate(0);
                    Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
                    return new HostLogFile(path, new PrintWriter(writer), new CopyOnWriteArrayList<>());
                }
                channel.close();
                path = folder.resolve("host-" + i + ".log");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(path + " cannot be written", unwritable);
        }
    }

    /** Beside it, the output of the builds of the same process. */
    Path ofBuild() {
        return path.resolveSibling(String.valueOf(path.getFileName()).replaceFirst("host", "build-of-watch"));
    }

    /** The lock ends with the channel, at the latest with the process. */
    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    @Override
    public void accept(String line) {
        if (line.contains(ERROR)) {
            errors.add(line.substring(line.indexOf(ERROR)));
        }
        file.println(line);
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
