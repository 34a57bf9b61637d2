package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.DeployedFile;
import java.util.List;
import java.util.stream.Stream;

/** What was read, and what could not be. */
public record InputReading(List<DeployedFile> deployments, List<UnreadableFile> unreadable) {
    public InputReading {
        deployments = List.copyOf(deployments);
        unreadable = List.copyOf(unreadable);
    }

    static InputReading of(DeployedFile deployed) {
        return new InputReading(List.of(deployed), List.of());
    }

    static InputReading of(UnreadableFile unreadable) {
        return new InputReading(List.of(), List.of(unreadable));
    }

    static InputReading nothing() {
        return new InputReading(List.of(), List.of());
    }

    InputReading and(InputReading other) {
        return new InputReading(
                Stream.concat(deployments.stream(), other.deployments.stream()).toList(),
                Stream.concat(unreadable.stream(), other.unreadable.stream())
                        .distinct()
                        .toList());
    }

    /** A file, or a part of one, that could not be read, why, and what to do. */
    public record UnreadableFile(String file, String why) {
        @Override
        public String toString() {
            return file + ": " + why;
        }
    }
}
