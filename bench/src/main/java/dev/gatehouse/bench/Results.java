package dev.gatehouse.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of one run: on the console immediately, and in files at the end. */
public final class Results {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final List<BenchmarkResult> all = new ArrayList<>();

    Results(Path folder) {
        this.folder = folder;
    }

    public void add(BenchmarkResult result) {
        all.add(result);
    }

    /** The microseconds of a subject that was measured in this run. */
    public Optional<Double> microseconds(Flags flags, String subject) {
        return all.stream()
                .filter(each ->
                        each.flags().equals(flags.title()) && each.subject().equals(subject))
                .map(BenchmarkResult::microseconds)
                .findFirst();
    }

    public static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Writes {@code results.json}. */
    void write() throws IOException {
        write("results.json", all);
        say("%nfigures: %s", folder.resolve("results.json"));
    }

    /** Writes data that does not fit into a row. */
    public void write(String file, Object content) throws IOException {
        JSON.writeValue(file(file).toFile(), content);
    }

    /** Where a file of this run is to be written. */
    public Path file(String name) throws IOException {
        return Files.createDirectories(folder).resolve(name);
    }
}
