package dev.gatehouse.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Size and time of files, to be compared with those of another moment. */
public final class FileStates {
    private FileStates() {}

    /** Those of a file, or of the files below a folder; empty where it does not exist, or changes at this moment. */
    public static Map<Path, String> of(Path place, int depth) {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> each = Files.walk(place, depth)) {
            for (Path file : each.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException | UncheckedIOException changing) {
            return Map.of();
        }
        return files;
    }

    /** Those of all files below the places. */
    public static Map<Path, String> ofAll(List<Path> places) {
        Map<Path, String> files = new TreeMap<>();
        places.forEach(place -> files.putAll(of(place, Integer.MAX_VALUE)));
        return files;
    }
}
