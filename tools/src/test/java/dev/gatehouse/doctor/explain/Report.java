package dev.gatehouse.doctor.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a stuck person had in hand, after a public report, with its details replaced.
 *
 * @param right the causes of which one must be named first
 * @param source of the report
 */
record Report(String name, List<String> right, String source, String input) {

    private static final Path FOLDER = Path.of("tools/src/test/resources/dev/gatehouse/doctor/explain");

    static List<Report> in(String file) {
        try {
            String all = "\n" + Files.readString(FOLDER.resolve(file));
            return Arrays.stream(all.split("\n=== ", -1))
                    .skip(1)
                    .map(Report::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Report of(String block) {
        int end = block.indexOf('\n');
        String[] head = block.substring(0, end).split(" \\| ", -1);
        return new Report(head[0], List.of(head[1].split(", ", -1)), head[2], block.substring(end + 1));
    }

    @Override
    public String toString() {
        return name + " (" + source + ")";
    }
}
