package dev.gatehouse.bench.cold;

import dev.gatehouse.bench.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The size of the app in Azure: an instance fetches and unpacks all of it before it starts. */
final class StagedSize {
    private static final double MEGABYTE = 1e6;
    private static final double TARGET = 12;

    /** Libraries for calls onward, and what they bring; an app without such calls has none of them. */
    private static final List<String> ONWARD = List.of(
            "gatehouse-onward",
            "msal4j",
            "slf4j-",
            "azure-identity",
            "azure-core",
            "azure-data-tables",
            "azure-json",
            "azure-xml",
            "reactor-core",
            "reactive-streams",
            "jackson-databind",
            "jackson-annotations",
            "jackson-datatype");

    private StagedSize() {}

    /** @throws IllegalStateException when it is too large */
    static void print(Path staged) throws IOException {
        try (Stream<Path> files = Files.walk(staged)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            double onward = size(all.stream().filter(StagedSize::isForCallsOnward));
            double rest = size(all.stream()) - onward;
            Results.say(
                    "%nstaged app: %.1f MB in %d files, and %.1f MB of libraries for calls onward (target without them: at most %.0f MB)",
                    rest, all.size(), onward, TARGET);
            if (rest > TARGET) {
                throw new IllegalStateException("the staged app is larger than its target");
            }
        }
    }

    private static boolean isForCallsOnward(Path file) {
        return ONWARD.stream().anyMatch(file.getFileName().toString()::startsWith);
    }

    private static double size(Stream<Path> files) {
        return files.mapToLong(file -> file.toFile().length()).sum() / MEGABYTE;
    }
}
