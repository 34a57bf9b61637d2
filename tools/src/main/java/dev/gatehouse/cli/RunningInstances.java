package dev.gatehouse.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The instance files of a folder whose processes are running; the files of ended processes are removed. */
record RunningInstances(Path folder) {
    private static final Pattern NAME = Pattern.compile("up-([1-9][0-9]{0,17})\\.json");

    /** Newest first; the caller closes the stream. */
    Stream<String> told() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        return Files.list(folder)
                .filter(RunningInstances::isOfLiving)
                .sorted(Comparator.comparingLong(RunningInstances::written).reversed())
                .flatMap(RunningInstances::content);
    }

    private static boolean isOfLiving(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file)) {
            return false;
        }
        boolean lives = ProcessHandle.of(Long.parseLong(name.group(1)))
                .filter(ProcessHandle::isAlive)
                .isPresent();
        if (!lives) {
            remove(file);
        }
        return lives;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unremovable) {
            throw new UncheckedIOException(file + " cannot be removed", unremovable);
        }
    }

    private static long written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) { // its process has just ended
            return 0;
        }
    }

    private static Stream<String> content(Path file) {
        try {
            return PrivateFile.read(file).stream();
        } catch (IOException gone) { // the same
            return Stream.empty();
        }
    }
}
