package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was read, and what could not be.
 *
 * @param sources the texts that deployments were read from, by the names of the files
 * @param skipped what a folder has that was not read, although it may deploy something
 */
public record InputReading(
        List<DeployedFile> deployments,
        Map<String, SourceText> sources,
        List<UnreadableFile> unreadable,
        List<UnreadableFile> skipped) {
    public InputReading {
        deployments = List.copyOf(deployments);
        sources = Map.copyOf(sources);
        unreadable = List.copyOf(unreadable);
        skipped = List.copyOf(skipped);
    }

    static InputReading of(DeployedFile deployed, SourceText source) {
        return new InputReading(List.of(deployed), Map.of(deployed.file().file(), source), List.of(), List.of());
    }

    static InputReading of(UnreadableFile unreadable) {
        return unreadable(List.of(unreadable));
    }

    static InputReading unreadable(List<UnreadableFile> unreadable) {
        return new InputReading(List.of(), Map.of(), unreadable, List.of());
    }

    static InputReading skipped(List<UnreadableFile> skipped) {
        return new InputReading(List.of(), Map.of(), List.of(), skipped);
    }

    static InputReading nothing() {
        return unreadable(List.of());
    }

    boolean isNothing() {
        return deployments.isEmpty() && unreadable.isEmpty();
    }

    InputReading and(InputReading other) {
        Map<String, SourceText> all = new HashMap<>(sources);
        all.putAll(other.sources);
        return new InputReading(
                Stream.concat(deployments.stream(), other.deployments.stream()).toList(),
                all,
                joined(unreadable, other.unreadable),
                joined(skipped, other.skipped));
    }

    private static List<UnreadableFile> joined(List<UnreadableFile> one, List<UnreadableFile> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** The same, where what was skipped counts as not read. */
    public InputReading strict() {
        return new InputReading(deployments, sources, joined(unreadable, skipped), List.of());
    }

    /** The text of a file; one that was not read has no places but those that are known without it. */
    public SourceText source(String file) {
        return sources.getOrDefault(file, SourceText.plain());
    }

    /** A file, or a part of one, that could not be read, why, and what to do. */
    public record UnreadableFile(String file, String why) {
        @Override
        public String toString() {
            return file + ": " + why;
        }
    }
}
